import type { Entry, ItemPart, Movement, Pot, Reversible } from '@/lib/domain/funds/types';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { withActor } from '@/lib/server/db/with-actor';
import { type NewEntry, writeEntry } from '@/lib/server/funds/post';
import { type ProjectMade, projectRow } from '../../support/project-rows';
import type { World } from '../../support/world';

/** As a ledger is written, and what it should come to by the domain's own books. */
export interface Written extends Entry {
  countyId: string;
}

export const POTS: Pot[] = [
  { source: 'central', kind: '', earmark: 'general' },
  { source: 'central', kind: '', earmark: 'required' },
  { source: 'local', kind: 'province', earmark: 'general' },
  { source: 'local', kind: 'county', earmark: 'general' },
  { source: 'pipeline', kind: '', earmark: 'lines' },
  { source: 'bonds', kind: 'special', earmark: 'works' },
];
const ITEMS = ['B-R01', 'C-R05', 'B-R06', ''];
const MOVED: Movement[] = [
  'allocated',
  'allocated',
  'assigned',
  'received',
  'received',
  'paid',
  'paid',
  'paid',
  'reversed',
  'reversed',
];

/** Numbers that look drawn and are the same each time. */
export function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface Fundable extends ProjectMade {
  contractId: string;
}

/** Projects with a contract and a funding plan. */
export async function fundable(world: World, county: 'lufeng' | 'shuangbai', count: number): Promise<Fundable[]> {
  const made: Fundable[] = [];
  for (let at = 0; at < count; at++) {
    const project = await projectRow(world, { county, stage: 8, contractSum: 100_000_000_00 });
    const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM contract WHERE project_id = $1', [
      project.id,
    ]);
    await world.owner.query(
      `INSERT INTO funding_line (project_id, county_id, source, kind, amount, created_by)
       SELECT $1, $2, s, nullif(k, ''), a, $3 FROM (VALUES ('central', '', 12345678::bigint), ('local', 'province', 3333333), ('local', 'county', 7000001), ('pipeline', '', 990099)) v (s, k, a)`,
      [project.id, project.countyId, world.actors.lufengClerk.accountId],
    );
    made.push({ ...project, contractId: rows[0]?.id ?? '' });
  }
  return made;
}

/** So many movements by chance; what the database refuses is not in the answer. */
export async function moveMoney(world: World, projects: readonly Fundable[], seed: number, steps: number) {
  const draw = drawing(seed);
  const written: Written[] = [];
  const reversed = new Set<string>();
  let refused = 0;
  const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM programme_year WHERE year = 2020');
  const yearId = rows[0]?.id ?? '';
  for (let step = 0; step < steps; step++) {
    const project = projects[draw(projects.length)] as Fundable;
    const lufeng = project.countyId === world.lufeng.id;
    const clerk = world.actors[lufeng ? 'lufengClerk' : 'shuangbaiClerk'];
    const wanted = MOVED[draw(MOVED.length)] as Movement;
    const found = wanted === 'reversed' ? written[draw(written.length || 1)] : undefined;
    const isOpen =
      found && found.countyId === project.countyId && found.movement !== 'reversed' && !reversed.has(found.id);
    const was = isOpen ? found : undefined;
    const movement: Movement = was ? 'reversed' : wanted === 'reversed' ? 'allocated' : wanted;
    const pot = POTS[draw(POTS.length)] as Pot;
    const most = movement === 'allocated' ? 900_000 : 200_000;
    const [share, rest] = [BigInt(1 + draw(most)), BigInt(1 + draw(20_000))];
    const toPool = movement === 'allocated' && draw(3) === 0;
    const parts = [
      { item: ITEMS[draw(4)] as string, amount: share },
      { item: 'C-R07', amount: rest },
    ];
    const items: ItemPart[] | null = movement === 'paid' ? parts : null;
    const entry: NewEntry = {
      ...(was ? was.pot : pot),
      ...{ movement, items, note: '随机', voucherNo: `记-${seed}-${step}`, reversesId: was?.id ?? null },
      projectId: was ? was.projectId : toPool ? null : project.id,
      amount: was ? was.amount : share + (items ? rest : 0n),
      entryOn: calendarDateOf(`2020-${String(1 + draw(9)).padStart(2, '0')}-1${draw(9)}`),
      contractId: movement === 'paid' ? project.contractId : null,
      createdBy: clerk.accountId,
      approvedBy: movement === 'paid' || was?.items ? world.actors.lufengFinance.accountId : null,
    };
    try {
      const id = await withActor(clerk, (tx) => writeEntry(tx, { countyId: project.countyId, yearId }, entry));
      if (was) reversed.add(was.id);
      written.push({
        ...entry,
        ...{ id, pot: was ? was.pot : pot, countyId: project.countyId, items: was ? was.items : items },
        reverses: was ? { id: was.id, movement: was.movement as Reversible } : null,
      });
    } catch {
      refused += 1;
    }
  }
  return { written, refused };
}
