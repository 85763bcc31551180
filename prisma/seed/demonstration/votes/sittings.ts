import type { BallotSource } from '@/lib/domain/votes/types';
import { share } from '../../shared/sequence';
import type { Moment } from './types';

/** One sitting at a desk, one round through a stairwell: what one account hands in at once. */
export interface Sitting<T> {
  moment: Moment;
  source: Exclude<BallotSource, 'objection'>;
  /** who records: the first or the second account of the community */
  by: 0 | 1;
  homes: T[];
}

const MOST = 40;
const MORNING = 9 * 60 + 10;
const STEP = 36;
const SOURCES = ['many', 'sheet', 'many', 'offline', 'many'] as const;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Deals the households out over the days from `first` to `last`; the first is recorded by itself, at its door. */
export function sittingsOf<T extends { id: string }>(homes: readonly T[], first: number, last: number): Sitting<T>[] {
  const parts: T[][] = [homes.slice(0, 1)];
  for (let at = 1; at < homes.length; at += MOST) parts.push(homes.slice(at, at + MOST));
  const perDay = new Map<number, number>();
  return parts.map((part, at) => {
    const day = first + Math.floor((at * (last - first + 1)) / parts.length);
    const nth = perDay.get(day) ?? 0;
    perDay.set(day, nth + 1);
    const moment = { day, time: clock(MORNING + nth * STEP + share(part[0]?.id ?? '', 'minute', 20)) };
    const source = part.length === 1 ? 'single' : (SOURCES[at % SOURCES.length] ?? 'many');
    return { moment, source, by: at % 4 === 3 ? 1 : 0, homes: part };
  });
}
