import 'server-only';
import { z } from 'zod';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { remindersDue } from '@/lib/domain/reminders/rules';
import { reminderFact } from '@/lib/domain/reminders/types';
import { pool } from '@/lib/server/db/pool';
import { log } from '@/lib/server/log';

const found = z.strictObject({ today: z.iso.date(), facts: z.array(reminderFact) });

/**
 * The nightly job: from the dates of today to the reminders of today. A new source of dates is one more part of anju_reminder_facts() and one
 * more kind in lib/domain/reminders.
 */
export async function makeReminders(): Promise<number> {
  const { rows } = await pool().query<{ found: unknown }>('SELECT anju_reminder_facts() AS found');
  const { today, facts } = found.parse(rows[0]?.found);
  const due = remindersDue(facts, calendarDateOf(today));
  const kept = await pool().query<{ made: number }>('SELECT anju_keep_reminders($1) AS made', [JSON.stringify(due)]);
  const made = kept.rows[0]?.made ?? 0;
  log.info('reminders.made', { count: made, slot: today });
  return made;
}
