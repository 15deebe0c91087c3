/** Measures in a process of its own, where nothing was loaded, compiled or collected before. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/**
 * Runs a file of this folder, and reads the one JSON value that it prints.
 * @throws where the process fails, with what it wrote to its error output.
 */
export async function inFreshProcess<S extends z.ZodType>(
  file: string,
  args: readonly string[],
  schema: S,
): Promise<z.output<S>> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', path, ...args]);
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
  if (code !== 0) throw new Error(`${file} ended with ${code}:\n${errors}`);
  return schema.parse(JSON.parse(output));
}
