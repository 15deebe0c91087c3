/** A guided request that is under way, with what surrounds it, for the length of one turn. */
import type { ConversationState, RequestState, Surroundings } from '../conversation.js';
import { definitionOf, earlierThan } from './adding.js';
import type { RequestDefinition, StepContext, StepDefinition } from './definition.js';

export interface Running {
  readonly definition: RequestDefinition;
  readonly request: RequestState;
  readonly state: ConversationState;
  readonly surroundings: Surroundings;
}

/** What is asked follows from the request as it stands. */
export function runningOf(request: RequestState, state: ConversationState, surroundings: Surroundings): Running {
  return { definition: definitionOf(request), request, state: { ...state, request }, surroundings };
}

/** What the steps may look at. */
export function contextOf({ request, state, surroundings }: Running): StepContext {
  const { council, now } = surroundings;
  const earlier = earlierThan(request, state, now);
  return {
    answers: request.answers,
    now,
    services: council.services,
    dpoMailbox: council.dpoMailbox,
    danger: state.danger,
    codesSent: state.codesSent ?? 0,
    ...(request.code ? { code: request.code } : {}),
    ...(earlier ? { earlier } : {}),
  };
}

/** The steps that apply, as the answers stand now. */
export function applicableSteps(running: Running): readonly StepDefinition[] {
  const context = contextOf(running);
  return running.definition.steps.filter(({ applies }) => applies?.(context) ?? true);
}

/** The first step that applies and has no answer; undefined where all have one. */
export function unanswered(running: Running): StepDefinition | undefined {
  return applicableSteps(running).find(({ step }) => !(step in running.request.answers));
}

/** The step that the next message answers; undefined at check-answers. */
export function currentStep({ definition, request }: Running): StepDefinition | undefined {
  return definition.steps.find(({ step }) => step === request.step);
}

export function withRequest(running: Running, request: RequestState): Running {
  return runningOf(request, running.state, running.surroundings);
}
