import { type ProjectMade, projectRow } from './project-rows';
import { insert, type World } from './world';

export interface Home {
  id: string;
  area: number;
}

export interface Raising extends ProjectMade {
  compoundId: string;
  homes: Home[];
}

/** What was agreed that the households of a compound raise, as the sharing would have left it. */
export async function agree(
  { owner, actors }: World,
  project: ProjectMade,
  compoundId: string,
  amount: bigint,
  no = 1,
) {
  await owner.query(`UPDATE agreed_share SET status = 'superseded' WHERE project_id = $1 AND compound_id = $2`, [
    project.id,
    compoundId,
  ]);
  await insert(owner, 'agreed_share', {
    ...{ project_id: project.id, county_id: project.countyId, compound_id: compoundId, no, source: 'residents' },
    ...{ kind: 'selfRaised', item: 'C-I01', amount: String(amount), rule: 'residentShare', clause: 'P四(二)4/比例' },
    ...{ share_rule: 'area', created_by: actors.lufengClerk.accountId },
  });
}

/** A household in a building, with an owner whose name is masked. */
export async function homeRow(
  { owner }: World,
  compoundId: string,
  buildingId: string,
  room: string,
  area: number | null,
) {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO household (building_id, compound_id, county_id, unit_no, room, sort_key, exclusive_area)
     SELECT b.id, b.compound_id, b.county_id, '1', $2, $2, $3 FROM building b WHERE b.id = $1 RETURNING id`,
    [buildingId, room, area],
  );
  const id = rows[0]?.id ?? '';
  const { rows: owners } = await owner.query<{ id: string }>(
    `INSERT INTO owner (county_id, compound_id, kind, name_masked, phone_masked)
     SELECT county_id, id, 'person', '张*', '138****0000' FROM compound WHERE id = $1 RETURNING id`,
    [compoundId],
  );
  await owner.query(
    `INSERT INTO household_owner (household_id, owner_id, compound_id, county_id) SELECT $1, $2, id, county_id FROM compound WHERE id = $3`,
    [id, owners[0]?.id, compoundId],
  );
  return id;
}

/** A project with a compound of two buildings and households of these areas (0.01 m²), in turn in either. */
export async function raising(
  world: World,
  amount: bigint,
  areas: readonly number[] = [8833, 9012, 6001, 12000],
  wish: Parameters<typeof projectRow>[1] = { stage: 4 },
): Promise<Raising> {
  const project = await projectRow(world, wish);
  const compound = project.compounds[0];
  const compoundId = compound?.id ?? '';
  const homes: Home[] = [];
  for (const [at, area] of areas.entries()) {
    const building = compound?.buildings[at % 2] ?? '';
    homes.push({ id: await homeRow(world, compoundId, building, String(101 + at), area), area });
  }
  if (amount > 0n) await agree(world, project, compoundId, amount);
  return { ...project, compoundId, homes };
}
