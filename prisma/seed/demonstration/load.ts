import type pg from 'pg';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { loadAccounts } from '../accounts';
import { CHUXIONG, PREFECTURE } from '../places/chuxiong';
import { loadUnits } from '../places/load-units';
import { demonstrationYear, loadYears, yearsOf } from '../programme-years';
import { writeAuditLine } from '../shared/owner-client';
import { loadRegister } from './load-register';
import { loadMonthEnds } from './month-ends';
import { DEMONSTRATION_PASSWORD, PEOPLE } from './people';
import { loadProjects } from './projects/load-projects';
import { TOWN_UNITS } from './towns';
import { loadVotes } from './votes/load-votes';

/** The demonstration prefecture, whole, in the transaction of the caller; answers a line that says what was loaded. */
export async function loadDemonstration(
  client: pg.Client,
  today: CalendarDate,
  rulebooks: Map<string, string>,
): Promise<string> {
  await client.query(`SELECT set_config('app.bulk_load', 'on', true)`);
  const units = await loadUnits(client, [...CHUXIONG, ...TOWN_UNITS]);
  const prefectureId = units.get(PREFECTURE)?.id ?? '';
  const rulebookId = rulebooks.get(chuxiong2020.version) ?? '';
  await loadYears(client, prefectureId, rulebookId, chuxiong2020, [...yearsOf(chuxiong2020), demonstrationYear(today)]);
  const accounts = await loadAccounts(
    client,
    PEOPLE.map((person) => ({
      ...person,
      password: DEMONSTRATION_PASSWORD,
      mustChangePassword: false,
      demonstration: true,
    })),
    units,
  );
  const register = await loadRegister(client, units, today, rulebooks);
  const votes = await loadVotes(client, today, rulebookId);
  const projects = await loadProjects(client, today, rulebookId);
  const monthEnds = await loadMonthEnds(client, today);
  await client.query('UPDATE installation SET demonstration = true');
  const loaded = { units: units.size, accounts, ...register, ...votes, ...projects, monthEnds };
  await writeAuditLine(client, { action: 'seed.demonstration', details: loaded, prefectureId });
  return `演示数据已装入 demonstration loaded: ${JSON.stringify(loaded)}`;
}
