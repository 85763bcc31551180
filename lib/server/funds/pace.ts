import 'server-only';
import { paceOf } from '@/lib/domain/funds/pace';
import type { PaceAnswer, PaceQuery } from '@/lib/domain/funds/watch-answers';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import { todayOf, yearOf, yearsToChoose } from '@/lib/server/annual/year';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';

interface Row {
  county: NamedUnit;
  received: string;
  paid: string;
}

/** How far each county is with paying what a year's projects received; a county without anything received says nothing. */
export async function pacesOf(reader: Reader, actor: Actor, { year, county }: PaceQuery = {}): Promise<PaceAnswer[]> {
  const wanted = year ?? (await yearsToChoose(reader, actor)).current;
  const found = wanted === null ? null : await yearOf(reader, actor, wanted);
  if (!found) return [];
  const today = (await todayOf(reader)) as CalendarDate;
  const rows = await reader.$queryRaw<Row[]>`
    SELECT ${namedUnit()} AS county, sum(t.amount) FILTER (WHERE t.measure = 'received')::text AS received, coalesce(sum(t.amount) FILTER (WHERE t.measure = 'paid'), 0)::text AS paid
    FROM ledger_total t JOIN unit u ON u.id = t.county_id WHERE t.programme_year_id = ${found.id}::uuid AND t.measure IN ('received', 'paid')
      AND t.county_id = ANY(${[...actor.counties]}::uuid[]) AND (${county ?? null}::uuid IS NULL OR t.county_id = ${county ?? null}::uuid)
    GROUP BY u.id ORDER BY u.sort_order, u.code`;
  return rows.flatMap(({ county: whose, ...sums }) => {
    const [received, paid] = [BigInt(sums.received ?? 0), BigInt(sums.paid)];
    const pace = paceOf({ received, paid }, { year: found.year, today, rulebook: found.rulebook });
    const money = { received: formatMoney(received), paid: formatMoney(paid) };
    return pace ? [{ county: whose, year: found.year, ...money, ...pace }] : [];
  });
}
