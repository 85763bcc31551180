import type pg from 'pg';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';
import type { idOf } from '../../shared/sequence';

/** A day before (below 0) or after today, and a time of it in China. */
export interface Moment {
  day: number;
  time: string;
}

/** Where a story happens, and who is there. */
export interface Place {
  id: string;
  code: string;
  name: string;
  community: string;
  clerks: readonly [string, string];
  /** looks a second time, and calls back */
  town: string;
  bureau: string;
}

export interface Stage {
  client: pg.Client;
  tx: Tx;
  today: CalendarDate;
  /** Somebody does something at a moment: under that account, by that clock. */
  act: <T>(username: string, moment: Moment, work: (actor: Actor) => Promise<T>) => Promise<T>;
  /** ISO text of a moment */
  instant: (moment: Moment) => string;
  /** the id of a photo of a posted paper */
  posted: (actor: Actor) => Promise<string>;
  /** the next id of its kind, counted */
  next: (what: Parameters<typeof idOf>[0]) => string;
}
