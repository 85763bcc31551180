import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { fileStore } from '@/lib/server/files/store';
import { insert, type World } from './world';

/** Projects with what they rest on, straight into the tables as the owner: for tests of what comes later in a project's life. */
export interface ProjectMade {
  id: string;
  code: string;
  countyId: string;
  compounds: { id: string; name: string; buildings: string[] }[];
}

interface Wish {
  county?: 'lufeng' | 'shuangbai';
  compounds?: number;
  /** stages before this one are complete, on `completedOn` */
  stage?: number;
  completedOn?: string;
  contractSum?: number;
  row?: Record<string, unknown>;
  /** people that are named to it */
  people?: (keyof World['actors'])[];
}

let made = 0;

async function compoundRow({ owner }: World, place: World['lufeng'], name: string, code: string) {
  const sub = place.subdistricts[0];
  const id = await insert(owner, 'compound', {
    ...{ county_id: place.id, subdistrict_id: sub?.id, community_id: sub?.communities[0]?.id },
    ...{ code, name, pinyin: 'wen hua', search_text: name, eligibility: 'eligible' },
  });
  const buildings: string[] = [];
  for (const at of [1, 2])
    buildings.push(
      await insert(owner, 'building', { compound_id: id, county_id: place.id, name: `${at}栋`, sort_key: `000${at}` }),
    );
  return { id, name, buildings };
}

/** A stage of a project as the gates would have left it. */
export async function stageRow({ owner }: World, projectId: string, stage: number, completedOn: string | null) {
  const done = completedOn !== null;
  await owner.query(
    `INSERT INTO project_stage (project_id, county_id, stage, status, step, actual_on, accepted_at)
     SELECT id, county_id, $2::int, $3, CASE WHEN $3 = 'completed' THEN NULL ELSE 'complete' END, $4::date, $4::date::timestamptz FROM project WHERE id = $1
     ON CONFLICT (project_id, stage) DO UPDATE SET status = EXCLUDED.status, step = EXCLUDED.step, actual_on = EXCLUDED.actual_on, accepted_at = EXCLUDED.accepted_at`,
    [projectId, stage, done ? 'completed' : 'current', completedOn],
  );
}

export async function projectRow(world: World, wish: Wish = {}): Promise<ProjectMade> {
  const { owner } = world;
  made += 1;
  const place = world[wish.county ?? 'lufeng'];
  const by = world.actors[wish.county === 'shuangbai' ? 'shuangbaiClerk' : 'lufengClerk'].accountId;
  const code = `P${String(made).padStart(4, '0')}-${randomUUID().slice(0, 8)}`;
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM programme_year WHERE year = 2020');
  const id = await insert(owner, 'project', {
    ...{ county_id: place.id, prefecture_id: world.prefectureId, programme_year_id: rows[0]?.id },
    ...{
      rulebook_id: world.rulebookId,
      code,
      name: `文化路片区${made}改造项目`,
      stage: wish.stage ?? 1,
      created_by: by,
    },
    ...wish.row,
  });
  const compounds: ProjectMade['compounds'] = [];
  for (let at = 1; at <= (wish.compounds ?? 1); at++) {
    const compound = await compoundRow(world, place, `文化路${made}-${at}号院`, `${code}-${at}`);
    await owner.query(
      'INSERT INTO project_compound (project_id, compound_id, county_id, created_by) VALUES ($1, $2, $3, $4)',
      [id, compound.id, place.id, by],
    );
    compounds.push(compound);
  }
  const completedOn = wish.completedOn ?? '2020-06-30';
  for (let stage = 1; stage <= Math.min(10, wish.stage ?? 1); stage++)
    await stageRow(world, id, stage, stage < (wish.stage ?? 1) ? completedOn : null);
  if (wish.contractSum) {
    const company = await insert(owner, 'company', {
      ...{ county_id: place.id, name: `${code}建工`, kinds: ['construction'], created_by: by },
    });
    await insert(owner, 'contract', {
      ...{ project_id: id, county_id: place.id, kind: 'construction', no: code, name: '施工合同', company_id: company },
      ...{ amount: wish.contractSum, signed_on: '2020-03-01', created_by: by },
    });
  }
  for (const person of wish.people ?? [])
    await owner.query(
      'INSERT INTO project_person (project_id, account_id, county_id, created_by) VALUES ($1, $2, $3, $4)',
      [id, world.actors[person].accountId, place.id, by],
    );
  return { id, code, countyId: place.id, compounds };
}

/** A document in the file store, uploaded by that person. */
export async function fileRow(
  world: World,
  as: keyof World['actors'],
  { name = '批复.pdf', content = String(randomUUID()), mediaType = 'application/pdf', purpose = 'document' } = {},
): Promise<{ id: string; sha256: string; key: string }> {
  const actor = world.actors[as];
  const stored = await fileStore().put(Readable.from([Buffer.from(content)]));
  const id = await insert(world.owner, 'stored_file', {
    ...{ prefecture_id: actor.prefectureId, county_id: actor.countyId, subdistrict_id: actor.subdistrictId },
    ...{ community_id: actor.communityId, purpose, name, media_type: mediaType, size: stored.size },
    ...{ sha256: stored.sha256, storage_key: stored.key, uploaded_by: actor.accountId },
  });
  return { id, sha256: createHash('sha256').update(content).digest('hex'), key: stored.key };
}

/** A final plan of a compound in which these items are to be done: [item, building or null]. */
export async function planRow(
  world: World,
  { countyId }: ProjectMade,
  compoundId: string,
  items: readonly (readonly [item: string, buildingId: string | null])[],
): Promise<string> {
  const by = world.actors.lufengClerk.accountId;
  const plan = await insert(world.owner, 'compound_plan', {
    ...{ compound_id: compoundId, county_id: countyId, rulebook_id: world.rulebookId, no: 1, title: '一区一策' },
    created_by: by,
  });
  for (const [item, building] of items)
    await world.owner.query(
      `INSERT INTO plan_item (plan_id, compound_id, building_id, county_id, item, answer, cost) VALUES ($1, $2, $3, $4, $5, 'todo', 100)`,
      [plan, compoundId, building, countyId, item],
    );
  await world.owner.query(`UPDATE compound_plan SET status = 'final', hash = 'x', finalized_at = now() WHERE id = $1`, [
    plan,
  ]);
  return plan;
}
