/**
 * A persona's whole conversation, with something coming in between at many of its steps; and what must hold whatever it
 * was: what is no answer changes nothing, and no step is asked more often than it was interrupted.
 */
import { conversationStateSchema } from '../../../dialogs/conversation.js';
import type { StepDefinition } from '../../../dialogs/requests/definition.js';
import { definitions } from '../../../dialogs/requests/index.js';
import { wording } from '../../../dialogs/wording.js';
import type { PrivacyRequest } from '../../../src/requests/request.js';
import type { Step } from '../../../src/requests/step.js';
import type { Talk } from '../a-talk.js';
import type { Persona } from './persona.js';
import type { Random } from './random.js';

const MOST_TURNS = 200;
const INTERRUPTED = 0.3;

/** What is wrong at a step; where any words are an answer, nothing is. */
const WRONG: Readonly<Partial<Record<Step, readonly string[]>>> = {
  forWhom: ['banana', 'flat 3', 'one moment'],
  fullName: ['12345', 'pat@example.com', '???'],
  subjectName: ['12345', '!!!'],
  contact: ['my house', 'sarah@', 'by email'],
  emailCode: ['abc', 'what code'],
  services: ['12345'],
  period: ['31/02/2024', 'next year'],
};
/** Said twice, these may well be meant twice. */
const MEANT_TWICE = /^(?:skip|back|change .*|me|no|not sure|any time)$/i;

export class Conversation {
  /** What was said, each with the step that it was said at. */
  readonly said: string[] = [];
  /** The persona's last word on each step. */
  readonly answers: Partial<Record<Step, string>> = {};
  private readonly asked = new Map<Step, number>();
  private readonly interrupted = new Map<Step, number>();

  constructor(
    private readonly persona: Persona,
    private readonly random: Random,
    private readonly questions: readonly string[],
    private readonly talk: Talk,
  ) {}

  /** Plays it to the end. @throws {Error} with the conversation up to there, where something does not hold. */
  play(): PrivacyRequest {
    this.begin();
    for (let turns = 0; this.step !== 'sent'; turns += 1) {
      if (turns > MOST_TURNS) this.fail('it does not end');
      if (this.random.chance(INTERRUPTED)) this.interruptSomehow();
      else if (this.step === 'checkAnswers') this.says('send my request');
      else this.answer();
    }
    for (const [step, times] of this.asked) {
      const interruptions = this.interrupted.get(step) ?? 0;
      if (times > 1 + interruptions) this.fail(`${step} was asked ${times} times, interrupted ${interruptions} times`);
    }
    return this.talk.finished?.request ?? this.fail('nothing was handed over');
  }

  fail(what: string): never {
    throw new Error(`${what}\n${this.said.map((line) => `  – ${line}`).join('\n')}\n  = ${this.talk.last.text}`);
  }

  private get step(): Step {
    return this.talk.last.step ?? this.fail(`no step in a reply of kind ${this.talk.last.kind}`);
  }

  private get steps(): readonly StepDefinition[] {
    return definitions[this.persona.right].steps;
  }

  private begin(): void {
    const { persona, talk } = this;
    if (persona.inDanger) talk.says('he hits me and I am scared of him');
    talk.says(persona.opening);
    this.said.push(persona.opening);
    if (talk.last.step === 'start') talk.says(talk.last.right === 'portability' ? wording.offerGoOn : wording.offerYes);
    // What the opening said is an answer like any other.
    for (const [step, { words }] of Object.entries(talk.state.request?.answers ?? {}))
      this.answers[step as Step] = words;
    count(this.asked, this.step);
  }

  private says(text: string): void {
    this.said.push(`[${this.talk.last.step ?? ''}] ${text}`);
    this.talk.says(text);
    count(this.asked, this.step);
  }

  private answer(): void {
    const { step } = this;
    const text = this.persona.answerTo(step);
    this.says(text);
    // The same words as at the step before: the bot asks whether they are meant here too.
    if (this.talk.last.text.startsWith(wording.saidBefore)) {
      count(this.interrupted, step);
      this.says(wording.wasMyAnswer);
    }
    this.answers[step] = text === 'skip' ? '' : text;
    // Whose it is and how they know each other, in one.
    if (step === 'forWhom' && text === 'my mum') this.answers.relationship = text;
  }

  private interruptSomehow(): void {
    const { random } = this;
    random.oneOf([
      () => this.interrupt(random.oneOf(this.questions)),
      () => this.interrupt(random.oneOf(['ok', 'okay', 'ok then'])),
      () => this.interrupt(random.oneOf(['help', 'what do you mean', 'I want to speak to a person'])),
      () => this.wavers(),
      () => this.saysWrong(),
      () => this.repeats(),
      () => this.restarts(),
      () => this.goesBack(),
      () => this.changes(),
    ])();
  }

  /** Says something that is no answer: nothing may change, and the step is asked again. */
  private interrupt(text: string): void {
    const { step } = this;
    const before = JSON.stringify(this.talk.state.request?.answers);
    count(this.interrupted, step);
    this.says(text);
    if (JSON.stringify(this.talk.state.request?.answers) !== before) this.fail(`“${text}” changed the answers`);
    if (this.step !== step) this.fail(`after “${text}” at ${step} comes ${this.step}`);
  }

  private wavers(): void {
    this.interrupt('cancel');
    this.interrupt(this.random.oneOf(['no', wording.stopNo]));
  }

  private saysWrong(): void {
    const wrong = WRONG[this.step];
    if (wrong) this.interrupt(this.random.oneOf(wrong));
  }

  private repeats(): void {
    const last = this.said.at(-1)?.replace(/^\[\w+\] /, '');
    if (last !== undefined && !MEANT_TWICE.test(last) && this.step !== 'checkAnswers') this.interrupt(last);
  }

  /** The process dies, and another takes up what was kept. */
  private restarts(): void {
    this.talk.state = conversationStateSchema.parse(JSON.parse(JSON.stringify(this.talk.state)));
  }

  private goesBack(): void {
    const from = this.step;
    count(this.interrupted, from);
    this.says('back');
    if (this.step === from) return;
    const { settles = [] } = this.steps.find(({ step }) => step === this.step) ?? {};
    for (const asked of [this.step, ...settles]) count(this.interrupted, asked);
  }

  private changes(): void {
    const given = this.talk.state.request?.answers ?? {};
    const steps = this.steps.filter(({ step }) => step in this.answers && step in given && step !== this.step);
    if (steps.length === 0) return;
    const { step, names, settles = [] } = this.random.oneOf(steps);
    count(this.interrupted, this.step);
    this.says(`change ${names[0] ?? step}`);
    // One that does not apply any more cannot be changed: which is meant is asked.
    if (this.step !== step) return;
    for (const asked of [step, ...settles]) count(this.interrupted, asked);
    this.answer();
  }
}

function count(map: Map<Step, number>, step: Step): void {
  map.set(step, (map.get(step) ?? 0) + 1);
}
