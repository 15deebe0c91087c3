/**
 * Loaded before the service (`node --import`): a clock that is wrong, and jumps. It is CLOCK_AHEAD_MS ahead, and whatever
 * the parent process sends from then on, in milliseconds. Timers are not moved, as they are not by a real one.
 */
const RealDate = globalThis.Date;
let ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }

  static now() {
    return RealDate.now() + ahead;
  }
};

process.on('message', (milliseconds) => {
  ahead = milliseconds;
});
// It is not a reason to go on.
process.channel?.unref();
