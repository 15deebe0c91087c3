/**
 * The trained model as one file: a JSON header with the lengths of what follows, then the arrays as bytes. Reading it
 * copies nothing but what alignment demands; the same model always gives the same bytes.
 */
import { z } from 'zod';
import type { TrainedModel } from './classifier.js';
import { Vocabulary } from './vocabulary.js';
import { Neighbours } from './neighbours.js';
import { Softmax } from './softmax.js';

const MAGIC = 'privacy-model-2\n';

const headerSchema = z.object({
  ids: z.array(z.string()).readonly(),
  acts: z.array(z.number()).readonly(),
  features: z.array(z.string()).readonly(),
  words: z.array(z.string()).readonly(),
  actClasses: z.number(),
  /** Byte lengths of the arrays, in the order in which they follow. */
  lengths: z.array(z.number()).readonly(),
});

/** A model file that cannot be read; the remedy is to build it again. */
export class ModelFileError extends Error {
  constructor(why: string) {
    super(`The trained model cannot be read: ${why}. Build it again with: npm run build`);
    this.name = 'ModelFileError';
  }
}

export function encodeModel(model: TrainedModel): Buffer {
  const arrays = [
    model.vocabulary.rarity,
    model.entries.bytes,
    model.entries.scales,
    model.act.bytes,
    model.act.scales,
    model.neighbours.starts,
    model.neighbours.phrasings,
    model.neighbours.weights,
    model.neighbours.labels,
  ].map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength));
  const header = Buffer.from(
    JSON.stringify({
      ids: model.ids,
      acts: model.acts,
      features: model.vocabulary.features,
      words: model.words,
      actClasses: model.act.classes,
      lengths: arrays.map((array) => array.length),
    } satisfies z.input<typeof headerSchema>),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  return Buffer.concat([Buffer.from(MAGIC), size, header, ...arrays]);
}

/** @throws {ModelFileError} */
export function decodeModel(file: Buffer): TrainedModel {
  if (file.subarray(0, MAGIC.length).toString() !== MAGIC) throw new ModelFileError('it is of another version');
  const start = MAGIC.length + 4;
  const headerEnd = start + file.readUInt32LE(MAGIC.length);
  const header = headerSchema.parse(JSON.parse(file.subarray(start, headerEnd).toString()));
  if (headerEnd + header.lengths.reduce((sum, length) => sum + length, 0) !== file.length)
    throw new ModelFileError('it is cut short');
  let at = headerEnd;
  const next = header.lengths.map((length) => {
    // A copy begins on a boundary that every array type accepts.
    const bytes = new Uint8Array(file.subarray(at, at + length)).buffer;
    at += length;
    return bytes;
  });
  const take = (i: number): ArrayBuffer => next[i] ?? new ArrayBuffer(0);
  const classes = header.ids.length;
  return {
    ids: header.ids,
    acts: header.acts,
    words: header.words,
    vocabulary: new Vocabulary(header.features, new Float32Array(take(0))),
    entries: new Softmax(classes, new Int8Array(take(1)), new Float32Array(take(2))),
    act: new Softmax(header.actClasses, new Int8Array(take(3)), new Float32Array(take(4))),
    neighbours: new Neighbours(
      new Uint32Array(take(5)),
      new Uint32Array(take(6)),
      new Uint8Array(take(7)),
      new Uint16Array(take(8)),
      classes,
    ),
  };
}
