import { projectAt, type StageProject } from './stage-project';
import { insert, type World } from './world';

/** In the system since January 2020 and at stage 8, a road and a roof of 60,000 yuan each under contract since 15 February. */
export async function underContract(world: World, stage = 8): Promise<StageProject> {
  const made = await projectAt(world, stage, 'submit');
  const of = { project_id: made.id, county_id: world.lufeng.id, created_by: world.actors.lufengClerk.accountId };
  const company = await insert(world.owner, 'company', {
    ...{ county_id: world.lufeng.id, name: `建工 ${made.id}`, kinds: ['construction'], created_by: of.created_by },
  });
  await insert(world.owner, 'contract', {
    ...{ ...of, kind: 'construction', no: '施-1', name: '施工合同', company_id: company, amount: 100 },
    ...{ signed_on: '2020-02-15' },
  });
  await world.owner.query(`UPDATE project SET created_at = '2020-01-06T09:00+08:00' WHERE id = $1`, [made.id]);
  return made;
}
