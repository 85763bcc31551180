import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as companiesRoute from '@/app/api/v1/companies/route';
import * as contractsRoute from '@/app/api/v1/projects/[id]/contracts/route';
import * as partiesRoute from '@/app/api/v1/projects/[id]/parties/route';
import * as projectRoute from '@/app/api/v1/projects/[id]/route';
import { withActor } from '@/lib/server/db/with-actor';
import type { Handler } from '@/lib/server/define-route';
import type { Json } from '../../support/asking';
import { type ProjectMade, projectRow } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let mine: ProjectMade;
let foreign: ProjectMade;
beforeAll(async () => {
  world = await makeWorld();
  mine = await withParty('lufeng');
  foreign = await withParty('shuangbai');
});
afterAll(() => world.end());

/** A builder with a contract, and a supervisor that takes part without one. */
async function withParty(county: 'lufeng' | 'shuangbai'): Promise<ProjectMade> {
  const people: Person[] = county === 'lufeng' ? ['lufengEntity'] : [];
  const project = await projectRow(world, { county, stage: 8, contractSum: 100, people });
  const by = world.actors[county === 'lufeng' ? 'lufengClerk' : 'shuangbaiClerk'].accountId;
  const of = { county_id: project.countyId, created_by: by };
  const company = await insert(world.owner, 'company', { ...of, name: `${project.code}监理`, kinds: ['supervision'] });
  await insert(world.owner, 'project_party', {
    ...{ ...of, project_id: project.id, kind: 'supervision', company_id: company },
  });
  return project;
}
const ask = async (handler: Handler, as: Person, id: string): Promise<Json> =>
  (await world.call(handler, { as, method: 'GET', params: { id } })).json;
const companyOf = async (projectId: string, table: 'contract' | 'project_party'): Promise<string> =>
  (await world.owner.query(`SELECT company_id FROM ${table} WHERE project_id = $1`, [projectId])).rows[0]?.company_id;

describe('the names of companies', () => {
  it.each(['prefectureBureau', 'lufengClerk', 'lufengEntity', 'lufengTown', 'lufengCommunity'] as const)(
    'of a project are told to %s, who sees it',
    async (as) => {
      const [builder, supervisor] = [{ name: `${mine.code}建工` }, { name: `${mine.code}监理` }];
      expect((await ask(contractsRoute.GET, as, mine.id)).items).toMatchObject([{ company: builder }]);
      expect((await ask(partiesRoute.GET, as, mine.id)).items).toMatchObject([{ company: supervisor }]);
      expect(await ask(projectRoute.GET, as, mine.id)).toMatchObject({
        contracts: [{ company: builder }],
        parties: [{ company: supervisor }],
      });
    },
  );

  it('are all that a town and a community learn: the register stays closed', async () => {
    for (const as of ['lufengTown', 'lufengCommunity'] as const) {
      const { status, json } = await world.call(companiesRoute.GET, { as, method: 'GET' });
      expect(status === 403 || (json as Json).total === 0, as).toBe(true);
      const { rows } = await seen(as, 'SELECT count(*)::int AS found FROM company');
      expect(rows[0]).toEqual({ found: 0 });
    }
  });

  it('of a project of others are told to nobody, however the database is asked', async () => {
    for (const project of [mine, foreign])
      for (const table of ['contract', 'project_party'] as const) {
        const company = await companyOf(project.id, table);
        const askers: Person[] = project === mine ? ['lufengCommunity2', 'shuangbaiCommunity'] : ['lufengTown'];
        for (const as of askers) {
          const { rows } = await seen(as, `SELECT anju_company_name('${company}') AS name`);
          expect(rows[0], as).toEqual({ name: null });
        }
      }
  });
});

const seen = async (as: Person, sql: string) => ({
  rows: await withActor(world.actors[as], (tx) => tx.$queryRawUnsafe<Json[]>(sql)),
});
