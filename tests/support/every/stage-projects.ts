import * as companiesRoute from '@/app/api/v1/companies/route';
import * as completionsRoute from '@/app/api/v1/projects/[id]/completions/route';
import * as contractsRoute from '@/app/api/v1/projects/[id]/contracts/route';
import * as rectifyRoute from '@/app/api/v1/projects/[id]/findings/[findingId]/rectify/route';
import * as findingsRoute from '@/app/api/v1/projects/[id]/findings/route';
import * as fundingRoute from '@/app/api/v1/projects/[id]/funding/route';
import * as partiesRoute from '@/app/api/v1/projects/[id]/parties/route';
import * as peopleRoute from '@/app/api/v1/projects/[id]/people/route';
import type { Handler } from '@/lib/server/define-route';
import { projectAt } from '../stage-project';
import type { CallOptions, World } from '../world';
import { addAccount, type Caller, type Side } from './side';

interface Made {
  id: string;
  version: number;
}

/** What they are made with: the stage, as far as projects need it. */
interface Makers {
  readonly world: World;
  readonly votes: { colleague: (side: Side) => Promise<Caller> };
  next: () => number;
  nameOf: (side: Side, name: string) => string;
  post: <T = Made>(who: Caller, route: { POST: Handler }, body: unknown, more?: CallOptions) => Promise<T>;
}

export const contractBody = (companyId: string, no: string) => ({
  ...{ kind: 'construction', no, name: '施工合同', companyId, amount: '1200000.50', tenderMethod: 'open' },
  ...{ awardedOn: '2020-02-01', signedOn: '2020-02-10', startOn: '2020-03-01', endOn: '2020-06-01' },
});

/** Projects of a territory and what belongs to them, each time new, by the product's own doors. */
export class ProjectsStage {
  constructor(private readonly stage: Makers) {}

  /** In stage 2, with a plan of one item of the compound and one of its building. */
  project = (d: Side) => projectAt(this.stage.world, 2, 'complete', d);

  /** That file, as one that the project has: whoever works on the project may name it. */
  filed = async (projectId: string, { id }: Made): Promise<string> => {
    await this.stage.world.owner.query(
      'UPDATE stored_file f SET project_id = p.id, county_id = p.county_id FROM project p WHERE p.id = $1 AND f.id = $2',
      [projectId, id],
    );
    return id;
  };

  company = (d: Side): Promise<Made> =>
    this.stage.post(d.clerk, companiesRoute, {
      name: this.stage.nameOf(d, `建设${this.stage.next()}公司`),
      kinds: ['construction'],
    });

  contract = async (d: Side) => {
    const project = await this.project(d);
    const { id: companyId } = await this.company(d);
    const body = contractBody(companyId, `施-${this.stage.next()}`);
    const made = await this.stage.post<Made>(d.clerk, contractsRoute, body, { params: { id: project.id } });
    return { ...project, companyId, contract: made };
  };

  funding = async (d: Side) => {
    const { id } = await this.project(d);
    const body = { source: 'local', kind: 'county', amount: '500.00' };
    return { id, line: await this.stage.post<Made>(d.clerk, fundingRoute, body, { params: { id } }) };
  };

  party = async (d: Side) => {
    const { id } = await this.project(d);
    const body = { kind: 'construction', companyId: (await this.company(d)).id };
    return { id, party: await this.stage.post<Made>(d.clerk, partiesRoute, body, { params: { id } }) };
  };

  account = async ({ county, countyCode, prefectureId }: Side): Promise<string> => {
    const post = { prefectureId, countyId: county.id, unitId: county.id };
    const name = `entity.${countyCode}.${this.stage.next()}`.toLowerCase();
    return (await addAccount(this.stage.world.owner, name, 'implementing_entity', post)).id;
  };

  named = async (d: Side) => {
    const [{ id }, accountId] = [await this.project(d), await this.account(d)];
    await this.stage.post(d.clerk, peopleRoute, { accountId }, { params: { id } });
    return { id, accountId };
  };

  completion = async (d: Side) => {
    const { id, compoundId } = await this.contract(d);
    const body = { completedOn: '2020-04-01', items: [{ compoundId, item: 'C-R07' }] };
    const works = await this.stage.post<{ items: { completion: { id: string } | null }[] }>(
      d.clerk,
      completionsRoute,
      body,
      { params: { id } },
    );
    return { id, completionId: works.items.find(({ completion }) => completion)?.completion?.id ?? '' };
  };

  finding = async (d: Side) => {
    const { id } = await this.project(d);
    const body = {
      ...{ kind: 'quality', grade: 'minor', place: '1栋', content: '灰缝不满' },
      ...{ inspectedOn: '2020-04-01', limitOn: '2020-04-10' },
    };
    return { id, finding: await this.stage.post<Made>(d.clerk, findingsRoute, body, { params: { id } }) };
  };

  /** Put right by somebody else than the clerk, who may look at it again. */
  rectified = async (d: Side) => {
    const { id, finding } = await this.finding(d);
    const who = await this.stage.votes.colleague(d);
    const body = { rectifiedOn: '2020-04-05', rectification: '已返工' };
    const done = await this.stage.post<Made>(who, rectifyRoute, body, {
      params: { id, findingId: finding.id },
      headers: { 'if-match': `"${finding.version}"` },
    });
    return { id, finding: done };
  };
}
