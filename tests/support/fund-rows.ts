import { type ProjectMade, projectRow } from './project-rows';
import { insert, type Place, type World } from './world';

export interface Moved {
  projectId?: string | null;
  movement: 'allocated' | 'assigned' | 'received';
  source?: string;
  kind?: string;
  earmark?: string;
  /** yuan */
  amount: number;
  on: string;
}

let made = 0;

/** A movement, straight into the ledger as the owner: the database writes its debits and credits. */
export async function movedRow(
  world: World,
  place: Place,
  { projectId = null, movement, ...more }: Moved,
): Promise<string> {
  made += 1;
  const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM programme_year WHERE year = 2020');
  return insert(world.owner, 'ledger_entry', {
    ...{ county_id: place.id, project_id: projectId, programme_year_id: rows[0]?.id, kind: movement },
    ...{ source: more.source ?? 'central', fund_kind: more.kind ?? '', earmark: more.earmark ?? 'general' },
    ...{ amount: more.amount * 100, entry_on: more.on, voucher_no: `T-${made}` },
    created_by: world.actors.lufengClerk.accountId,
  });
}

/** What was paid, by one person and approved by another. */
export async function paidRow(
  world: World,
  project: ProjectMade,
  { amount, on, source = 'central' }: { amount: number; on: string; source?: string },
): Promise<string> {
  made += 1;
  const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM contract WHERE project_id = $1 LIMIT 1', [
    project.id,
  ]);
  return insert(world.owner, 'ledger_entry', {
    ...{ county_id: project.countyId, project_id: project.id, programme_year_id: await yearOf(world), kind: 'paid' },
    ...{ source, earmark: 'general', amount: amount * 100, entry_on: on, voucher_no: `T-${made}` },
    ...{ contract_id: rows[0]?.id, items: JSON.stringify([{ item: '', amount: String(amount * 100) }]) },
    ...{ created_by: world.actors.lufengClerk.accountId, approved_by: world.actors.lufengFinance.accountId },
  });
}

export async function yearOf({ owner }: World): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM programme_year WHERE year = 2020');
  return rows[0]?.id ?? '';
}

interface Funded {
  county?: 'lufeng' | 'shuangbai';
  name?: string;
  stage?: number;
  contractSum?: number;
  /** yuan by source */
  plan?: Record<string, number>;
}

/** A project of 2020 with its funding plan. */
export async function fundedProject(
  world: World,
  { county = 'lufeng', name, stage = 5, contractSum, plan = {} }: Funded = {},
) {
  const project = await projectRow(world, {
    county,
    stage,
    ...(contractSum ? { contractSum: contractSum * 100 } : {}),
    ...(name ? { row: { name } } : {}),
  });
  for (const [source, yuan] of Object.entries(plan))
    await insert(world.owner, 'funding_line', {
      ...{ project_id: project.id, county_id: project.countyId, source, amount: yuan * 100 },
      created_by: world.actors.lufengClerk.accountId,
    });
  return project;
}

/** The year's plan, confirmed with these projects, as the owner writes it. */
export async function confirmedPlan(world: World, projects: readonly ProjectMade[]): Promise<void> {
  const { owner, prefectureId, actors } = world;
  const by = actors.prefectureBureau.accountId;
  const id = await insert(owner, 'annual_plan', {
    ...{ prefecture_id: prefectureId, programme_year_id: await yearOf(world), no: 1, title: '年度计划', weights: '{}' },
    created_by: by,
  });
  for (const project of projects)
    await owner.query(
      'INSERT INTO annual_plan_entry (plan_id, project_id, county_id, chosen) VALUES ($1, $2, $3, true)',
      [id, project.id, project.countyId],
    );
  await owner.query(
    `UPDATE annual_plan SET status = 'confirmed', document_no = '1号', document_on = '2020-03-01', confirmed_at = anju_now(), confirmed_by = $2 WHERE id = $1`,
    [id, by],
  );
}
