import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as buildingsRoute from '@/app/api/v1/buildings/route';
import * as companyRetire from '@/app/api/v1/companies/[id]/retire/route';
import * as companyRoute from '@/app/api/v1/companies/[id]/route';
import * as companiesRoute from '@/app/api/v1/companies/route';
import * as compoundRetire from '@/app/api/v1/compounds/[id]/retire/route';
import * as compoundsRoute from '@/app/api/v1/compounds/route';
import * as completionRetire from '@/app/api/v1/projects/[id]/completions/[completionId]/retire/route';
import * as completionsRoute from '@/app/api/v1/projects/[id]/completions/route';
import * as membersRoute from '@/app/api/v1/projects/[id]/compounds/route';
import * as contractEnd from '@/app/api/v1/projects/[id]/contracts/[contractId]/end/route';
import * as contractRoute from '@/app/api/v1/projects/[id]/contracts/[contractId]/route';
import * as contractsRoute from '@/app/api/v1/projects/[id]/contracts/route';
import * as eventsRoute from '@/app/api/v1/projects/[id]/events/route';
import * as recheckRoute from '@/app/api/v1/projects/[id]/findings/[findingId]/recheck/route';
import * as rectifyRoute from '@/app/api/v1/projects/[id]/findings/[findingId]/rectify/route';
import * as findingsRoute from '@/app/api/v1/projects/[id]/findings/route';
import * as fundingRetire from '@/app/api/v1/projects/[id]/funding/[lineId]/retire/route';
import * as fundingRoute from '@/app/api/v1/projects/[id]/funding/route';
import * as partyEnd from '@/app/api/v1/projects/[id]/parties/[partyId]/end/route';
import * as partiesRoute from '@/app/api/v1/projects/[id]/parties/route';
import * as personEnd from '@/app/api/v1/projects/[id]/people/[accountId]/end/route';
import * as peopleRoute from '@/app/api/v1/projects/[id]/people/route';
import * as projectRoute from '@/app/api/v1/projects/[id]/route';
import * as statusRoute from '@/app/api/v1/projects/[id]/status/route';
import * as projectsRoute from '@/app/api/v1/projects/route';
import type { Handler, Method } from '@/lib/server/define-route';
import type { Json } from '../../support/asking';
import { planOf } from '../../support/projects';
import { nameTo } from '../../support/stage-project';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

interface More {
  as?: Person;
  params?: Record<string, string>;
  version?: number;
  path?: string;
}
async function ask(method: Method, handler: Handler, body?: unknown, more: More = {}) {
  const { as = 'lufengClerk', params, version, path } = more;
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
  const { status, json } = await world.call(handler, { as, method, params, body, headers, path });
  return { status, json: json as Json };
}
const post = (route: { POST: Handler }, body?: unknown, more: More = {}) => ask('POST', route.POST, body, more);
const get = (route: { GET: Handler }, more: More = {}) => ask('GET', route.GET, undefined, more);
const made = async (asked: Promise<{ status: number; json: Json }>): Promise<Json> => {
  const { status, json } = await asked;
  expect(status, JSON.stringify(json)).toBeLessThan(300);
  return json;
};
const codes = ({ json }: { json: Json }): string[] => (json.reasons ?? []).map(({ code }: Json) => code);

let serial = 0;
async function compound(as: Person = 'lufengClerk'): Promise<Json> {
  serial += 1;
  const place = as.startsWith('lufeng') ? world.lufeng : world.shuangbai;
  const communityId = place.subdistricts[0]?.communities[0]?.id;
  return made(post(compoundsRoute, { name: `第${serial}小区`, communityId, statedHouseholds: 12 }, { as }));
}
const create = (compoundIds: string[], more: object = {}, as: Person = 'lufengClerk') =>
  post(projectsRoute, { name: `片区改造${++serial}`, year: 2020, compoundIds, ...more }, { as });
const project = async (): Promise<Json> => made(create([(await compound()).id]));
const detail = async (id: string, as: Person = 'lufengClerk') => get(projectRoute, { as, params: { id } });
const company = (kinds: string[], more: object = {}): Promise<Json> =>
  made(post(companiesRoute, { name: `滇中建设${++serial}公司`, kinds, ...more }));

describe('a project is created', () => {
  it('with its code, its ten stages, its history', async () => {
    const [one, two] = [await compound(), await compound()];
    const head = await made(create([one.id, two.id], { renovationType: 'comprehensive', entityKind: 'countyBureau' }));
    expect(head).toMatchObject({
      stage: 1,
      step: 'complete',
      status: 'active',
      compounds: 2,
      entityName: '禄丰市住建局',
    });
    expect(head.code).toMatch(/^532302-2020-\d{3}$/);
    const { json } = await detail(head.id);
    expect(json.stages.map(({ status }: Json) => status)).toEqual(['current', ...Array(9).fill('waiting')]);
    expect(json.members.map(({ id }: Json) => id).sort()).toEqual([one.id, two.id].sort());
    const events = await made(get(eventsRoute, { params: { id: head.id } }));
    expect(events.items).toMatchObject([{ kind: 'created', actor: expect.stringContaining('王丽') }]);
  });

  it('not without compounds, not with the same one twice, of no year, of no type', async () => {
    const one = await compound();
    expect(codes(await create([]))).toEqual(['project.noCompounds']);
    expect(codes(await create([one.id, one.id]))).toEqual(['project.compoundTwice']);
    expect(codes(await create([one.id], { year: 2035 }))).toEqual(['project.yearUnknown']);
    expect(codes(await create([one.id], { renovationType: 'splendid', entityKind: 'company' }))).toEqual([
      'project.typeUnknown',
      'project.entityCompany',
    ]);
  });

  it('not of two counties: the foreign compound is not there for the clerk', async () => {
    const [one, foreign] = [await compound(), await compound('shuangbaiClerk')];
    expect(codes(await create([one.id, foreign.id]))).toEqual(['project.compoundUnknown']);
    const { id } = await project();
    const put = `INSERT INTO project_compound (project_id, compound_id, county_id, created_by) SELECT p.id, $2, p.county_id, p.created_by FROM project p WHERE p.id = $1`;
    await expect(world.owner.query(put, [id, foreign.id])).rejects.toThrow('a compound of another county');
  });

  it('not with a retired compound', async () => {
    const one = await compound();
    await made(post(compoundRetire, { reason: '已拆除' }, { params: { id: one.id }, version: one.version }));
    expect(codes(await create([one.id]))).toEqual(['project.compoundClosed']);
  });

  it('by two people at once with the same compound: one wins, the other is told which project has it', async () => {
    const shared = await compound();
    const answers = await Promise.all([create([shared.id]), create([shared.id], {}, 'lufengClerk2')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const lost = answers.find(({ status }) => status === 422);
    const won = answers.find(({ status }) => status === 201);
    expect(lost && codes(lost)).toEqual(['project.compoundTaken']);
    expect(lost?.json.reasons[0].params.code).toBe(won?.json.code);
  });

  it.each(['prefectureBureau', 'lufengTown', 'lufengCommunity', 'lufengEntity'] as const)('not by %s', async (as) =>
    expect((await create([(await compound()).id], {}, as)).status).toBe(403),
  );
});

describe('who sees it', () => {
  it('its county and the prefecture; not another county, not there for it', async () => {
    const { id, version } = await project();
    expect((await detail(id, 'prefectureBureau')).status).toBe(200);
    expect((await detail(id, 'lufengTown')).status).toBe(200);
    expect((await detail(id, 'lufengCommunity2')).status).toBe(404);
    expect((await detail(id, 'shuangbaiClerk')).status).toBe(404);
    const more = { as: 'shuangbaiClerk' as const, params: { id }, version };
    expect((await ask('PATCH', projectRoute.PATCH, { name: '改名' }, more)).status).toBe(404);
    expect(
      (await post(statusRoute, { act: 'suspend', documentNo: '1', documentOn: '2020-01-01', reason: '停' }, more))
        .status,
    ).toBe(404);
  });

  it('the implementing entity sees what it is named to, and loses it when that ends', async () => {
    const mine = await project();
    const other = await project();
    const { accountId } = world.actors.lufengEntity;
    // somebody else is named to the other one
    await nameTo(world, other.id, world.actors.lufengTown.accountId);
    const list = async () => (await made(get(projectsRoute, { as: 'lufengEntity' }))).items.map(({ id }: Json) => id);
    expect(await list(), 'named to nothing').toEqual([]);
    expect((await detail(mine.id, 'lufengEntity')).status).toBe(404);
    await made(post(peopleRoute, { accountId }, { params: { id: mine.id } }));
    expect(codes(await post(peopleRoute, { accountId }, { params: { id: mine.id } }))).toEqual(['project.personNamed']);
    expect(await list()).toEqual([mine.id]);
    expect((await detail(mine.id, 'lufengEntity')).json.members).toHaveLength(1);
    expect((await detail(other.id, 'lufengEntity')).status).toBe(404);
    await made(post(personEnd, undefined, { params: { id: mine.id, accountId } }));
    expect(await list(), 'named no longer').toEqual([]);
    expect((await detail(mine.id, 'lufengEntity')).status).toBe(404);
    const foreign = world.actors.shuangbaiClerk.accountId;
    expect(codes(await post(peopleRoute, { accountId: foreign }, { params: { id: mine.id } }))).toEqual([
      'project.personUnknown',
    ]);
    const clerk = world.actors.lufengClerk2.accountId;
    expect(codes(await post(peopleRoute, { accountId: clerk }, { params: { id: mine.id } }))).toEqual([
      'project.personRole',
    ]);
  });
});

describe('the list', () => {
  it('is filtered, searched, sorted and turned by cursor', async () => {
    const lane = await compound();
    const one = await made(create([lane.id], { name: '北门巷片区改造' }));
    const of = (path: string) => made(get(projectsRoute, { path: `/api/v1/projects${path}` }));
    for (const q of ['北门巷', 'beimenxiang', 'bmx', one.code, encodeURIComponent(lane.name)])
      expect((await of(`?q=${q}&year=2020`)).items.map(({ id }: Json) => id)).toContain(one.id);
    expect((await of('?q=不存在的')).total).toBe(0);
    const all = await of('?limit=200&sort=code');
    const first = await of('?limit=2&sort=code');
    const second = await of(`?limit=2&sort=code&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ code }: Json) => code)).toEqual(
      all.items.slice(0, 4).map(({ code }: Json) => code),
    );
    expect(first.total).toBe(all.total);
    const back = await of(`?limit=2&sort=code&cursor=${second.previousCursor}`);
    expect(back.items).toEqual(first.items);
    for (const sort of ['name', 'stage', 'estimate', 'updated'])
      expect((await of(`?sort=${sort}&order=desc`)).total).toBe(all.total);
    expect((await of('?year=2021')).total).toBe(0);
    expect((await of('?stage=1&status=active')).items[0]).toMatchObject({
      households: 12,
      findingsOpen: 0,
      contractSum: '0.00',
    });
    expect((await get(projectsRoute, { path: '/api/v1/projects?cursor=nonsense' })).status).toBe(400);
  });
});

describe('facts, compounds, status', () => {
  it('two people: the second is shown what the first saved', async () => {
    const { id, version } = await project();
    const patch = (body: object, as: Person = 'lufengClerk') =>
      ask('PATCH', projectRoute.PATCH, body, { as, params: { id }, version });
    expect((await patch({ estimate: '418000.00', newLand: false })).json).toMatchObject({
      estimate: '418000.00',
      newLand: false,
    });
    const lost = await patch({ estimate: '500000.00' }, 'lufengClerk2');
    expect(lost.status).toBe(409);
    expect(lost.json.conflict).toMatchObject({ theirs: { estimate: '418000.00' }, yours: { estimate: '500000.00' } });
    expect((await ask('PATCH', projectRoute.PATCH, { estimate: '1.00' }, { params: { id } })).status).toBe(428);
  });

  it('compounds come and go until stage 3 is complete', async () => {
    const { id, version } = await project();
    const [first] = (await detail(id)).json.members;
    const next = await compound();
    const change = (body: object, at: number) =>
      ask('PATCH', membersRoute.PATCH, body, { params: { id }, version: at });
    expect(codes(await change({ remove: [first.id] }, version))).toEqual([
      'project.removeReason',
      'project.noCompounds',
    ]);
    const changed = await made(change({ add: [next.id], remove: [first.id], reason: '居民不同意' }, version));
    expect((await detail(id)).json.members).toMatchObject([
      { id: next.id, live: true },
      { id: first.id, live: false, leftReason: '居民不同意' },
    ]);
    expect(codes(await change({ add: [next.id] }, changed.version))).toEqual(['project.compoundThere']);
    // the one that left is free for another project
    await made(create([first.id]));
    expect(codes(await change({ add: [first.id] }, changed.version))).toEqual(['project.compoundTaken']);
    await world.owner.query('UPDATE project SET stage = 4 WHERE id = $1', [id]);
    expect(codes(await change({ add: [(await compound()).id] }, changed.version))).toEqual(['project.compoundsFixed']);
  });

  it('is suspended, resumed and withdrawn by document; withdrawn frees its compounds', async () => {
    const head = await project();
    const { id } = head;
    const paper = { documentNo: '禄住建〔2020〕5号', documentOn: '2020-05-01', reason: '资金未落实' };
    const act = (body: object, version: number) =>
      post(statusRoute, { ...paper, ...body }, { params: { id }, version });
    expect(codes(await act({ act: 'suspend', documentOn: '2999-01-01' }, head.version))).toEqual([
      'project.documentInFuture',
    ]);
    const suspended = await made(act({ act: 'suspend' }, head.version));
    expect(suspended.status).toBe('suspended');
    expect(
      codes(await ask('PATCH', projectRoute.PATCH, { name: '改' }, { params: { id }, version: suspended.version })),
    ).toEqual(['project.notNow.suspended']);
    const resumed = await made(act({ act: 'resume' }, suspended.version));
    const withdrawn = await made(act({ act: 'withdraw' }, resumed.version));
    expect(withdrawn).toMatchObject({ status: 'withdrawn', compounds: 0 });
    expect(codes(await act({ act: 'resume' }, withdrawn.version))).toEqual(['project.statusAct.withdrawn']);
    const { items } = await made(get(eventsRoute, { params: { id } }));
    expect(items.map(({ kind }: Json) => kind)).toEqual(['withdrawn', 'resumed', 'suspended', 'created']);
    expect(items[0]).toMatchObject({ documentNo: paper.documentNo, documentOn: '2020-05-01', reason: '资金未落实' });
    const [freed] = (await detail(id)).json.members;
    await made(create([freed.id]));
  });
});

describe('companies, contracts, parties', () => {
  it('a company stands once, with a right code, and is not retired while it works', async () => {
    const one = await company(['construction'], { creditCode: '91350100m000100y43' });
    expect(one.creditCode).toBe('91350100M000100Y43');
    expect(
      codes(await post(companiesRoute, { name: one.name, kinds: ['design'], creditCode: '91350100M000100Y44' })),
    ).toEqual(['company.sameName', 'company.creditCode']);
    expect(
      codes(await post(companiesRoute, { name: '另一家', kinds: ['design'], creditCode: '91350100M000100Y43' })),
    ).toEqual(['company.sameCode']);
    const more = { params: { id: one.id }, version: one.version };
    const changed = await made(ask('PATCH', companyRoute.PATCH, { kinds: ['construction', 'epc'] }, more));
    expect((await ask('PATCH', companyRoute.PATCH, { note: '晚了' }, more)).status).toBe(409);
    expect((await get(companyRoute, { as: 'shuangbaiClerk', params: { id: one.id } })).status).toBe(404);
    const retired = await made(post(companyRetire, undefined, { params: { id: one.id }, version: changed.version }));
    expect(retired.retiredAt).not.toBeNull();
    const found = await made(get(companiesRoute, { path: `/api/v1/companies?q=${encodeURIComponent(one.name)}` }));
    expect(found.total).toBe(0);
  });

  it('contracts count in the sum of the project, to the fen, until they end', async () => {
    const { id } = await project();
    const builder = await company(['construction']);
    const contract = {
      ...{ kind: 'construction', no: '施-1', name: '施工合同', companyId: builder.id, amount: '1234567.89' },
      ...{
        tenderMethod: 'open',
        awardedOn: '2020-02-01',
        signedOn: '2020-02-10',
        startOn: '2020-03-01',
        endOn: '2020-06-01',
      },
    };
    const add = (more: object) => post(contractsRoute, { ...contract, ...more }, { params: { id } });
    expect(
      codes(await add({ kind: 'supervision', awardedOn: '2020-02-11', endOn: '2020-02-01', amount: '0' })),
    ).toEqual([
      'contract.amountZero',
      'contract.companyKind.supervision',
      'contract.awardAfterSigning',
      'contract.endBeforeStart',
    ]);
    const saved = await made(add({}));
    expect(codes(await add({}))).toEqual(['contract.sameNo']);
    expect((await detail(id)).json).toMatchObject({
      contractSum: '1234567.89',
      contracts: [{ no: '施-1', signedOn: '2020-02-10' }],
    });
    const which = { params: { id, contractId: saved.id }, version: saved.version };
    const changed = await made(ask('PATCH', contractRoute.PATCH, { ...contract, amount: '1234567.90' }, which));
    expect((await ask('PATCH', contractRoute.PATCH, contract, which)).status).toBe(409);
    expect(
      codes(await post(companyRetire, undefined, { params: { id: builder.id }, version: builder.version })),
    ).toEqual(['company.hasContracts']);
    await made(post(contractEnd, { reason: '协商解除' }, { ...which, version: changed.version }));
    expect((await detail(id)).json.contractSum).toBe('0.00');
    const party = await made(
      post(partiesRoute, { kind: 'construction', companyId: builder.id, person: '何伟' }, { params: { id } }),
    );
    expect(codes(await post(partiesRoute, { kind: 'testing', companyId: builder.id }, { params: { id } }))).toEqual([
      'project.partyKind',
    ]);
    expect((await made(post(partyEnd, undefined, { params: { id, partyId: party.id } }))).endedAt).not.toBeNull();
    expect((await made(get(contractsRoute, { as: 'lufengTown', params: { id } }))).items[0].status).toBe('ended');
  });
});

/** A project with a plan of 150.00 yuan and a contract from March on. */
async function underWay() {
  const one = await compound();
  const building = await made(post(buildingsRoute, { compoundId: one.id, name: '1栋' }));
  const { accountId } = world.actors.lufengClerk;
  const place = { compoundId: one.id, countyId: world.lufeng.id, rulebookId: world.rulebookId, account: accountId };
  await planOf(world.owner, { ...place, buildingId: building.id, costs: [10_000, 5_000] });
  const { id } = await made(create([one.id]));
  return { id, compoundId: one.id, buildingId: building.id };
}

describe('money and works', () => {
  it('the funding plan beside the cost of the plans, to the fen', async () => {
    const { id } = await underWay();
    const params = { id };
    const state = async () => made(get(fundingRoute, { params }));
    expect(await state()).toMatchObject({ cost: '150.00', sum: '0.00', difference: '-150.00', state: 'short' });
    expect(codes(await post(fundingRoute, { source: 'local', amount: '1' }, { params }))).toEqual([
      'funding.kindUnknown',
    ]);
    const line = await made(post(fundingRoute, { source: 'central', amount: '149.99' }, { params }));
    expect(await state()).toMatchObject({ difference: '-0.01', state: 'short' });
    await made(post(fundingRoute, { source: 'residents', kind: 'selfRaised', amount: '0.01' }, { params }));
    expect(await state()).toMatchObject({ difference: '0.00', state: 'equal' });
    await made(post(fundingRetire, { reason: '改由债券' }, { params: { id, lineId: line.id }, version: line.version }));
    expect(await state()).toMatchObject({ sum: '0.01', state: 'short' });
    expect((await detail(id)).json).toMatchObject({
      fundingSum: '0.01',
      plan: { cost: '150.00', todoItems: 2 },
      items: [{}, {}, {}],
    });
  });

  it('only what is planned is complete, once, and after the works began', async () => {
    const { id, compoundId, buildingId } = await underWay();
    const params = { id };
    const roof = { compoundId, buildingId, item: 'B-R01' };
    const report = (items: object[], completedOn = '2020-04-01', as: Person = 'lufengClerk') =>
      post(completionsRoute, { items, completedOn }, { as, params });
    expect(codes(await report([roof]))).toEqual(['progress.noContract']);
    const builder = await company(['construction']);
    await made(
      post(
        contractsRoute,
        {
          kind: 'construction',
          no: '1',
          name: '施工',
          companyId: builder.id,
          amount: '150',
          tenderMethod: 'direct',
          signedOn: '2020-02-10',
          startOn: '2020-03-01',
        },
        { params },
      ),
    );
    expect(codes(await report([roof, { ...roof, item: 'B-R02' }, roof], '2020-02-29'))).toEqual([
      'progress.beforeStart',
      'progress.notPlanned',
      'progress.twice',
    ]);
    const town = await report([roof], '2020-04-01', 'lufengTown');
    expect([town.status, codes(town)]).toEqual([422, ['project.notImplementing']]);
    const works = await made(report([roof, { compoundId, item: 'C-R07' }]));
    expect(works).toMatchObject({ planned: 2, completed: 2, startOn: '2020-03-01' });
    expect(codes(await report([roof]))).toEqual(['progress.doneAlready']);
    const done = works.items.find(({ item }: Json) => item === 'B-R01').completion;
    const taken = await made(post(completionRetire, { reason: '报错了' }, { params: { id, completionId: done.id } }));
    expect(taken.completed).toBe(1);
    expect(
      codes(await post(completionRetire, { reason: '报错了' }, { params: { id, completionId: done.id } })),
    ).toEqual(['progress.retiredAlready']);
    await made(report([roof]));
  });

  it('a finding is put right, looked at by another, opened again, and closed', async () => {
    const { id, compoundId } = await underWay();
    const params = { id };
    const wrong = {
      compoundId,
      kind: 'quality',
      grade: 'major',
      place: '1栋屋面',
      content: '卷材搭接不足',
      inspectedOn: '2020-04-01',
      limitOn: '2020-04-10',
    };
    const other = await compound();
    expect(
      codes(await post(findingsRoute, { ...wrong, compoundId: other.id, limitOn: '2020-03-01' }, { params })),
    ).toEqual(['finding.limitBeforeInspection', 'finding.otherCompound']);
    const finding = await made(post(findingsRoute, wrong, { as: 'prefectureBureau', params }));
    expect((await detail(id)).json.findingsOpen).toBe(1);
    const of = (version: number, as: Person = 'lufengClerk') => ({
      as,
      params: { id, findingId: finding.id },
      version,
    });
    const right = { rectifiedOn: '2020-04-05', rectification: '已返工' };
    const first = await made(post(rectifyRoute, right, of(finding.version)));
    expect((await post(rectifyRoute, right, of(finding.version))).status).toBe(409);
    expect(codes(await post(recheckRoute, { passed: true, recheckedOn: '2020-04-06' }, of(first.version)))).toEqual([
      'finding.recheckedByRectifier',
    ]);
    const failed = await made(
      post(
        recheckRoute,
        { passed: false, recheckedOn: '2020-04-06', note: '仍渗水' },
        of(first.version, 'lufengClerk2'),
      ),
    );
    expect(failed).toMatchObject({ status: 'open', recheckNote: '仍渗水' });
    const again = await made(post(rectifyRoute, { ...right, rectifiedOn: '2020-04-08' }, of(failed.version)));
    const closed = await made(
      post(recheckRoute, { passed: true, recheckedOn: '2020-04-09' }, of(again.version, 'prefectureBureau')),
    );
    expect(closed.status).toBe('closed');
    expect(codes(await post(rectifyRoute, right, of(closed.version)))).toEqual(['finding.notOpen.closed']);
    expect((await detail(id)).json.findingsOpen).toBe(0);
  });
});

it('how many there are is kept as it is counted', async () => {
  const counted = await world.owner.query(
    `SELECT (SELECT jsonb_agg(k ORDER BY k) FROM (SELECT to_jsonb(t) AS k FROM project_total t WHERE projects <> 0) a) AS kept,
      (SELECT jsonb_agg(k ORDER BY k) FROM (SELECT jsonb_build_object('county_id', county_id, 'programme_year_id', programme_year_id, 'stage', stage, 'status', status,
        'entity_kind', coalesce(entity_kind, ''), 'projects', count(*)) AS k FROM project GROUP BY county_id, programme_year_id, stage, status, coalesce(entity_kind, '')) b) AS counted`,
  );
  expect(counted.rows[0].kept).toEqual(counted.rows[0].counted);
  expect(counted.rows[0].counted.length).toBeGreaterThan(1);
});
