// Preloaded (--import) into a process whose clock is wrong by ANJU_DRILL_CLOCK_MS. Only Date: a stop-watch goes on.
const shift = Number(process.env.ANJU_DRILL_CLOCK_MS);
const TrueDate = Date;

globalThis.Date = class ShiftedDate extends TrueDate {
  constructor(...args) {
    super(...(args.length === 0 ? [TrueDate.now() + shift] : args));
  }

  static now() {
    return TrueDate.now() + shift;
  }
};
