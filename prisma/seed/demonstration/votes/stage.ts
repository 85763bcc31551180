import type pg from 'pg';
import { addDays, type CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import type { Answer } from '@/lib/server/answer';
import { type ActorRow, actorFromRow } from '@/lib/server/auth/actor-row';
import { columnsOf, SET_ALL, settingsOf } from '@/lib/server/db/settings';
import { asTransaction } from '../../shared/as-transaction';
import { idOf } from '../../shared/sequence';
import { boardPictures } from './evidence';
import type { Moment, Stage } from './types';

const ACCOUNTS = `SELECT a.id AS account_id, a.username, a.display_name, a.role, a.locale, a.unit_id, u.name AS unit_name, u.name_en AS unit_name_en, u.kind AS unit_kind,
    a.prefecture_id, a.county_id, a.subdistrict_id, a.community_id, CASE WHEN a.county_id IS NULL THEN (SELECT array_agg(c.id)::text[] FROM unit c WHERE c.kind = 'county' AND c.prefecture_id = a.prefecture_id)
      ELSE ARRAY[a.county_id]::text[] END AS counties
  FROM account a JOIN unit u ON u.id = a.unit_id WHERE a.demonstration`;

/** Everybody of the demonstration as the gate would know them, by username. */
export async function actors(client: pg.Client): Promise<Map<string, Actor>> {
  const { rows } = await client.query<ActorRow>(ACCOUNTS);
  const asked = { sessionId: null, mustChangePassword: false, requestId: null };
  return new Map(
    rows.flatMap((row): [string, Actor][] => {
      const actor = actorFromRow(row, asked);
      return actor ? [[row.username, actor]] : [];
    }),
  );
}

/** The clock and the person at once. */
const ENTER = `WITH moved AS (UPDATE anju_clock SET shift_ms = (extract(epoch FROM $3::timestamptz - now()) * 1000)::bigint)
  SELECT count(set_config(name, value, true)) FROM unnest($1::text[], $2::text[]) AS s(name, value)`;

/** Sets the story's clock for as long as it is told, and puts it back to what it was. */
export async function onStage(
  client: pg.Client,
  today: CalendarDate,
  story: (stage: Stage) => Promise<void>,
): Promise<void> {
  const people = await actors(client);
  const before = await client.query<{ shift: string }>('SELECT shift_ms AS shift FROM anju_clock');
  const instant = ({ day, time }: Moment) => new Date(`${addDays(today, day)}T${time}+08:00`).toISOString();
  const given = new Map<string, number>();
  const next: Stage['next'] = (what) => {
    given.set(what, (given.get(what) ?? 0) + 1);
    return idOf(what, given.get(what) ?? 0);
  };
  await story({
    client,
    next,
    posted: await boardPictures({ client, next }),
    tx: asTransaction(client),
    today,
    instant,
    act: async (username, moment, work) => {
      const actor = people.get(username);
      if (!actor) throw new Error(`no demonstration account ${username}`);
      await client.query({
        name: 'seed-enter',
        text: ENTER,
        values: [...columnsOf(settingsOf(actor)), instant(moment)],
      });
      return work(actor);
    },
  });
  await client.query(SET_ALL, [
    ['app.account', 'app.actor', 'app.counties'],
    ['', '', ''],
  ]);
  await client.query('UPDATE anju_clock SET shift_ms = $1', [before.rows[0]?.shift ?? 0]);
}

/** What a command answered; its refusal is a mistake in the declared story. */
export function told<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`demonstration: ${answer.code} ${JSON.stringify(answer.reasons ?? answer.params ?? {})}`);
}
