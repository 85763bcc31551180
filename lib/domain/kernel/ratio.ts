/** A threshold such as 2/3, kept as two integers. */
export interface Ratio {
  numerator: number;
  denominator: number;
}

/** '2/3' */
export const ratioText = ({ numerator, denominator }: Ratio): string => `${numerator}/${denominator}`;

export function ratioFrom(text: string): Ratio {
  const [numerator = 0, denominator = 1] = text.split('/').map(Number);
  return { numerator, denominator };
}

/** part/whole ≥ threshold, by integers. A whole of 0 reaches nothing (there is nobody who agreed). */
export function reaches(part: bigint, whole: bigint, threshold: Ratio): boolean {
  if (whole <= 0n) return false;
  return part * BigInt(threshold.denominator) >= whole * BigInt(threshold.numerator);
}

/** part/whole > threshold, by integers (民法典 278: 过半数). A whole of 0 exceeds nothing. */
export function exceeds(part: bigint, whole: bigint, threshold: Ratio): boolean {
  if (whole <= 0n) return false;
  return part * BigInt(threshold.denominator) > whole * BigInt(threshold.numerator);
}

/** The smallest part that reaches the threshold of a whole: ⌈whole · p/q⌉. */
export function leastReaching(whole: bigint, threshold: Ratio): bigint {
  const denominator = BigInt(threshold.denominator);
  return (whole * BigInt(threshold.numerator) + denominator - 1n) / denominator;
}

/** -1, 0 or 1 as a/b is less than, equal to or greater than c/d; b and d positive. */
export function compareRatios(a: bigint, b: bigint, c: bigint, d: bigint): -1 | 0 | 1 {
  if (b <= 0n || d <= 0n) throw new RangeError('a ratio needs a positive whole');
  const left = a * d;
  const right = c * b;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * A percentage for the eye, text without the sign: rounded half up to `digits` (0–6), but never up to 100 while something is
 * missing, never down to 0 while there is something (the smallest step is shown), and never up to or over a given threshold that is not reached.
 * undefined when the whole is 0. part ≥ 0.
 */
export function percentForEye(
  part: bigint,
  whole: bigint,
  options: { digits?: number; threshold?: Ratio } = {},
): string | undefined {
  if (whole <= 0n) return undefined;
  const digits = options.digits ?? 2;
  const scale = 10n ** BigInt(digits);
  const exact = part * 100n * scale;
  const floor = exact / whole;
  const rounded = (2n * exact + whole) / (2n * whole);
  const steps = keepsWord(rounded, part, whole, scale, options.threshold) ? rounded : floor;
  return stepsAsText(steps === 0n && part > 0n ? 1n : steps, digits);
}

function keepsWord(rounded: bigint, part: bigint, whole: bigint, scale: bigint, threshold: Ratio | undefined): boolean {
  const full = 100n * scale;
  if (part < whole && rounded >= full) return false;
  if (!threshold || reaches(part, whole, threshold)) return true;
  return !reaches(rounded, full, threshold);
}

function stepsAsText(steps: bigint, digits: number): string {
  if (digits === 0) return steps.toString();
  const text = steps.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
