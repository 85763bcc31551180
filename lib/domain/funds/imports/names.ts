import { compact } from '../../imports/reading';

/** A name as it is compared: half width, without blanks and brackets, without what every company is called. */
export const nameKeyOf = (name: string | null): string =>
  compact(name)
    .toLowerCase()
    .replace(/[()[\]【】“”"'·.,，。\-—_*]/g, '')
    .replace(/(股份)?(有限)?(责任)?(集团)?(总|分|子)?公司$/, '');

export type Likeness = 'same' | 'like' | null;

/** The shortest part of a name that says whose it is: 张三 in 张三丰 does not. */
const SHORTEST = 4;

export function likeness(one: string | null, other: string | null): Likeness {
  const [a, b] = [nameKeyOf(one), nameKeyOf(other)];
  if (a === '' || b === '') return null;
  if (a === b) return 'same';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST && long.includes(short) ? 'like' : null;
}

const TREASURY = /财政|国库|国有资产/;

export const isTreasury = (name: string | null): boolean => TREASURY.test(name ?? '');
