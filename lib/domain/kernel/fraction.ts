/** An exact number n/d, d above 0: what is divided is rounded once, where it is shown or added up. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };

export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const whole = BigInt(d);
  if (whole <= 0n) throw new RangeError('a fraction needs a positive whole');
  return { n: BigInt(n), d: whole };
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };

export const sumOfFractions = (all: readonly Fraction[]): Fraction => all.reduce(plus, ZERO);

/** To the nearest whole number, a half away from nothing. Not negative. */
export function roundHalfUp({ n, d }: Fraction): number {
  if (n < 0n) throw new RangeError('not for less than nothing');
  return Number((2n * n + d) / (2n * d));
}
