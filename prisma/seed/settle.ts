import type pg from 'pg';
import { type CalendarDate, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { CHUXIONG, PREFECTURE } from './places/chuxiong';
import { loadUnits } from './places/load-units';
import { currentYear, loadYears, yearsOf } from './programme-years';
import { loadRulebooks, RULEBOOKS } from './rulebooks';
import { fillSearchWords } from './search-words';
import { inTransaction } from './shared/owner-client';

export interface Wishes {
  embedded: boolean;
  /** '1': load the demonstration, '0': leave it out, absent: into an empty embedded database only */
  demo: string | undefined;
}

interface State {
  demonstration: boolean;
  units: boolean;
  used: boolean;
  today: CalendarDate;
}

export class NotEmpty extends Error {}

async function stateOf(client: pg.Client): Promise<State> {
  const { rows } = await client.query<Omit<State, 'today'> & { today: string }>(
    `SELECT i.demonstration, EXISTS (SELECT 1 FROM unit) AS units, EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM compound) AS used,
       anju_today()::text AS today FROM installation i`,
  );
  const [row] = rows;
  if (!row) throw new Error('installation: no row');
  return { ...row, today: calendarDateOf(row.today) };
}

/** Brings the database to what the application needs; answers what there is to say about it. */
export async function settle(client: pg.Client, wishes: Wishes): Promise<string[]> {
  return inTransaction(client, async () => {
    const said = await bringUp(client, wishes);
    await fillSearchWords(client);
    return said;
  });
}

async function bringUp(client: pg.Client, wishes: Wishes): Promise<string[]> {
  const state = await stateOf(client);
  const rulebooks = await loadRulebooks(client);
  if (state.demonstration || wantsDemonstration(state, wishes)) return demonstration(client, state, rulebooks);
  const units = await loadUnits(client, CHUXIONG);
  for (const rulebook of RULEBOOKS) {
    const newest = rulebook === RULEBOOKS.at(-1);
    const years = [...yearsOf(rulebook), ...(newest ? [currentYear(state.today)] : [])];
    await loadYears(client, units.get(PREFECTURE)?.id ?? '', rulebooks.get(rulebook.version) ?? '', rulebook, years);
  }
  return state.used
    ? []
    : [
        '还没有账号：请运行 npm run admin:create 建立第一位管理员。No accounts yet: npm run admin:create makes the first administrator.',
      ];
}

function wantsDemonstration(state: State, { embedded, demo }: Wishes): boolean {
  if (demo === '0') return false;
  if (demo !== '1') return embedded && !state.units;
  if (!state.used) return true;
  throw new NotEmpty(
    'ANJU_DEMO=1：数据库里已有账号或小区，演示数据只装入空的数据库。请去掉 ANJU_DEMO，或换一个空的数据库。\n' +
      'ANJU_DEMO=1: the database holds accounts or compounds already, and the demonstration goes into an empty one only. Leave ANJU_DEMO out, or use an empty database.',
  );
}

/** The demonstration and its lists are read only where they are wanted: a start that has nothing to do stays quick. */
async function demonstration(client: pg.Client, state: State, rulebooks: Map<string, string>): Promise<string[]> {
  const { accountTable } = await import('./demonstration/announce');
  if (state.demonstration) return [accountTable()];
  const { loadDemonstration } = await import('./demonstration/load');
  return [await loadDemonstration(client, state.today, rulebooks), accountTable()];
}
