import { expect } from 'chai';
import { ownSqlite, type RunDatabase } from '../../tools/crash/databases.js';
import { Scene } from './scene.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a clock that jumps under load', function () {
  this.timeout(150_000);
  let database: RunDatabase;
  let scene: Scene;
  beforeEach(async () => {
    database = await ownSqlite();
    scene = await Scene.open(database);
  });
  afterEach(async () => {
    await scene.end();
    await database.dispose();
  });

  const jumps: readonly (readonly [name: string, jumps: readonly number[]])[] = [
    ['three days ahead, and back', [3 * DAY, 0]],
    ['an hour back, and ahead again', [-HOUR, 0]],
  ];
  for (const [name, all] of jumps) {
    it(`${name}: clients have to begin anew, and nothing that was sent is lost or held up`, async () => {
      for (const ahead of all) {
        scene.server.moveClock(ahead);
        await scene.someRequests();
      }
      expect(await scene.status('/readyz')).to.equal(200);
      expect(scene.crowd.turnedAway).to.be.greaterThan(0);
      await scene.endsWell({ mayTurnAway: true });
    });
  }
});
