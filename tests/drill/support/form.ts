/** ANJU_DRILL=long (npm run drill): more rounds and moments picked anew; short (npm test): the same walk once. */
export const LONG = process.env.ANJU_DRILL === 'long';
export const rounds = (short: number, long: number): number => (LONG ? long : short);

const given = Number(process.env.ANJU_DRILL_SEED);
const seed = Number.isSafeInteger(given) && given > 0 ? given : LONG ? 1 + (Date.now() % 1_000_000_000) : 2020;
console.log(`drill ${LONG ? 'long' : 'short'}, seed ${seed} (ANJU_DRILL_SEED=${seed} picks the same moments)`);

let state = seed;
/** From 0 to below 1; the same row of numbers for the same seed (mulberry32). */
export function chance(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

export const between = (from: number, to: number): number => Math.floor(from + chance() * (to - from + 1));
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until there is an answer; a fault on the way is asked about again too. */
export async function until<T>(what: string, ms: number, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  let last: unknown;
  for (const end = performance.now() + ms; performance.now() < end; await pause(50)) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`not within ${ms} ms: ${what}${last ? ` (${(last as Error).message})` : ''}`);
}
