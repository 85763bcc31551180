// Preloaded (--import) into a process whose clock is wrong by ANJU_DRILL_CLOCK_MS. Only Date: a stop-watch goes on, and
// Node's own Date header, which has the true one from the start.
const shift = Number(process.env.ANJU_DRILL_CLOCK_MS);
const TrueDate = Date;
const now = () => TrueDate.now() + shift;

// A proxy, not a subclass: what was made by the one is an instance of the other, and Date() without new stays a text.
globalThis.Date = new Proxy(TrueDate, {
  construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
  apply: () => new TrueDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
