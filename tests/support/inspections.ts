import type { StageProject } from './stage-project';
import { insert, type World } from './world';

/** Works under contract from March 2020 on. */
export async function begin(world: World, project: StageProject): Promise<StageProject> {
  const by = { created_by: world.actors.lufengClerk.accountId };
  const company = await insert(world.owner, 'company', {
    ...{ county_id: world.lufeng.id, name: `滇中建工${project.id}`, kinds: ['construction'], ...by },
  });
  await insert(world.owner, 'contract', {
    ...{ project_id: project.id, county_id: world.lufeng.id, kind: 'construction', no: '施-1', name: '施工合同' },
    ...{ company_id: company, amount: 100, signed_on: '2020-02-10', start_on: '2020-03-01', ...by },
  });
  return project;
}

/** A point that is wrong, with what was found. */
export const found = (code: string, more: object = {}) => ({
  code,
  result: 'fail',
  finding: { grade: 'major', place: '2栋前', content: '积水', limitOn: '2020-04-10', responsible: '滇中建工', ...more },
});

/** On the first of April, in the compound of the project; all is right unless said. */
export const inspection = ({ compoundId }: StageProject, more: object = {}) => ({
  ...{ kinds: ['quality', 'safety'], compoundId, inspectedOn: '2020-04-01' },
  checks: [{ code: 'S-06', result: 'pass' }],
  ...more,
});
