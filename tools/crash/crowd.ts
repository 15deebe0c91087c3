/** Several people who make one request after the other, until they are told that it is enough. */
import { makeRequest, type Finished } from './resident.js';

export interface Crowd {
  readonly finished: readonly Finished[];
  /** How many conversations the service turned away. */
  readonly turnedAway: number;
  /** What went wrong in a conversation. */
  readonly failures: readonly string[];
  /** Lets everybody come to the end of the conversation that they are in. */
  enough(): Promise<void>;
}

export function gather(url: string, people: number): Crowd {
  const finished: Finished[] = [];
  const failures: string[] = [];
  let number = 0;
  let turnedAway = 0;
  let isEnough = false;
  const person = async (): Promise<void> => {
    while (!isEnough) {
      try {
        const request = await makeRequest(url, (number += 1));
        if (request) finished.push(request);
        else turnedAway += 1;
      } catch (error) {
        failures.push(String(error));
      }
    }
  };
  const everybody = Array.from({ length: people }, person);
  return {
    finished,
    failures,
    get turnedAway() {
      return turnedAway;
    },
    async enough() {
      isEnough = true;
      await Promise.all(everybody);
    },
  };
}
