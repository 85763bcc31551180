import type { Side } from '../../support/every/side';
import { PASSWORD, photo, type Stage } from '../../support/every/stage';
import { insert } from '../../support/world';
import { ALLOCATION_EXAMPLES } from './examples-allocation';
import { ANNUAL_EXAMPLES } from './examples-annual';
import { ARCHIVE_EXAMPLES } from './examples-archive';
import { BANK_IMPORT_EXAMPLES } from './examples-bank-import';
import { COMPLAINT_EXAMPLES } from './examples-complaints';
import { CONTRIBUTION_EXAMPLES } from './examples-contributions';
import { FUND_VIEW_EXAMPLES } from './examples-fund-views';
import { INSPECTION_EXAMPLES } from './examples-inspections';
import { LEDGER_EXAMPLES } from './examples-ledger';
import { OFFICIAL_PAPER_EXAMPLES } from './examples-official-papers';
import { OVERVIEW_EXAMPLES } from './examples-overview';
import { PLAN_EXAMPLES } from './examples-plans';
import { PROGRESS_EXAMPLES } from './examples-progress';
import { PROGRESS_SHEET_EXAMPLES } from './examples-progress-sheet';
import { PROJECT_EXAMPLES } from './examples-projects';
import { RESULT_EXAMPLES } from './examples-result';
import { SCORE_PAPER_EXAMPLES } from './examples-score-papers';
import { SCORE_EXAMPLES } from './examples-scores';
import { SEASON_EXAMPLES } from './examples-season';
import { SHARING_EXAMPLES } from './examples-sharing';
import { STAGE_EXAMPLES } from './examples-stages';
import { STATISTICS_EXAMPLES } from './examples-statistics';
import { SUPERVISION_EXAMPLES } from './examples-supervision';
import { VOTE_EXAMPLES } from './examples-votes';
import { WARNING_EXAMPLES } from './examples-warnings';
import { asBureau, asClerk, idOf, type Make, type Maker, of, WHY } from './make';

const compound: Maker = (s, d) => s.compound(d);
const building: Maker = (s, d) => s.building(d);
const household: Maker = (s, d) => s.household(d);
const owner: Maker = async (s, d) => (await s.household(d)).owners[0] ?? { id: '' };
const file: Maker = (s, d) => s.file(d);
const unit: Maker = (s, d) => s.unit(d);
const account: Maker = (s, d) => s.account(d);
const year: Maker = (s, d) => s.year(d);
const campaign: Maker = (s, d) => s.campaign(d);
const notification: Maker = async (s, d) => ({
  id: await insert(s.world.owner, 'notification', {
    ...{ account_id: d.clerkId, prefecture_id: d.prefectureId, kind: 'export.done', href: '/imports' },
  }),
});
/** A sheet of ballots of an open round. */
const sheet = async (s: Stage, d: Side) => ({
  params: idOf(await s.openRound(d)),
  query: { channel: 'door' },
  raw: `楼栋,单元,房号,意见,备注\n1栋,1,101,同意,${s.next()}\n1栋,1,102,再说,\n`,
  headers: { 'x-file-name': encodeURIComponent('表决票.csv'), 'content-type': 'application/octet-stream' },
});

/** One for every operation of the API; a route without one fails the tests of the walls. */
export const EXAMPLES: Record<string, Make> = {
  'GET /audit': asClerk(async () => ({ query: { limit: '20', entity: 'compound' } })),
  'POST /audit/{id}/personal': asClerk(async (s, d) => ({ params: { id: await s.ownerLine(d) }, body: WHY })),
  'POST /buildings': asClerk(async (s, d) => ({
    body: { compoundId: (await s.compound(d)).id, name: '7栋', yearBuilt: 1996, storeys: 6, floorArea: '2160.12' },
  })),
  'GET /buildings/{id}': asClerk(of(building)),
  'PATCH /buildings/{id}': asClerk(of(building, { storeys: 6, remarks: '门牌改过' })),
  'POST /buildings/{id}/retire': asClerk(of(building, WHY)),
  'GET /compounds': asClerk(async (_, d) => ({ query: { county: d.county.id, q: '小区', limit: '20' } })),
  'POST /compounds': asClerk(async (s, d) => ({
    body: {
      name: `文化路${s.next()}号院`,
      communityId: s.communityOf(d),
      yearBuilt: 1996,
      statedFloorArea: '8640.50',
      longitude: 102.07,
      legalTitle: true,
      aliases: ['文化路'],
      facilities: { septicTanks: 'poor' },
    },
  })),
  'GET /compounds/{id}': asClerk(of(compound)),
  'PATCH /compounds/{id}': asClerk(of(compound, { yearBuilt: 1998, remarks: null })),
  'GET /compounds/{id}/buildings': asClerk(of(compound)),
  'GET /compounds/{id}/files': asClerk(of(compound)),
  'POST /compounds/{id}/files': asClerk(async (s, d) => ({
    params: idOf(await s.compound(d)),
    body: { fileId: (await s.file(d)).id, kind: 'document', caption: '批复', takenOn: '2019-05-01' },
  })),
  'POST /compounds/{id}/files/{fileId}/retire': asClerk(async (s, d) => {
    const { compoundId, id } = await s.attachment(d);
    return { params: { id: compoundId, fileId: id }, body: WHY };
  }),
  'GET /compounds/{id}/households': asClerk(of(compound, undefined, { limit: '20', gap: 'owner' })),
  'POST /compounds/{id}/retire': asClerk(of(compound, WHY)),
  'POST /compounds/{id}/split': asClerk(async (s, d) => {
    const { id, version } = await s.compound(d);
    const [one, two] = [await s.building(d, id), await s.building(d, id)];
    const parts = [one, two].map((part) => ({ name: `分出${s.next()}院`, buildingIds: [part.id] }));
    return { params: { id }, version, body: { parts, ...WHY } };
  }),
  'POST /compounds/merge': asClerk(async (s, d) => {
    const [one, two] = [await s.compound(d), await s.compound(d)];
    return { body: { compoundIds: [one.id, two.id], survivorId: one.id, ...WHY } };
  }),
  'GET /dashboards/survey': asClerk(async (_, d) => ({ query: { county: d.county.id } })),
  'GET /drafts/{form}/{subject}': asClerk(async () => ({ params: { form: 'compound', subject: 'new' } })),
  'PUT /drafts/{form}/{subject}': asClerk(async (s) => ({
    params: { form: 'compound', subject: `new${s.next()}` },
    body: { content: { name: '没填完' } },
  })),
  'DELETE /drafts/{form}/{subject}': asClerk(async () => ({ params: { form: 'compound', subject: 'new' } })),
  'GET /exports': asClerk(async () => ({ query: { limit: '20' } })),
  'POST /exports': asClerk(async (s, d) => {
    await s.noExportsWaiting();
    return { body: { kind: 'survey', county: d.county.id } };
  }),
  'GET /exports/{id}': asClerk(of((s, d) => s.exported(d))),
  'GET /exports/{id}/file': asClerk(of((s, d) => s.exported(d))),
  'POST /files': asClerk(async (s) => ({
    query: { purpose: 'photo' },
    raw: await photo(s.next()),
    headers: { 'x-file-name': encodeURIComponent('正门.png'), 'content-type': 'application/octet-stream' },
  })),
  'GET /files/{id}': asClerk(of(file, undefined, { inline: '1' })),
  'GET /files/{id}/thumbnail': asClerk(of((s, d) => s.picture(d))),
  'GET /notices': asClerk(async () => ({ query: { q: '方案', kind: 'design', limit: '20' } })),
  'POST /notices': asClerk(async (s, d) => ({ body: { kind: 'design', schemeId: (await s.scheme(d)).id } })),
  'GET /notices/{id}': asClerk(of((s, d) => s.notice(d))),
  'PATCH /notices/{id}': asClerk(
    of((s, d) => s.noticeDraft(d), { title: '关于改造方案的公示', documentNo: null, days: 10 }),
  ),
  'POST /notices/{id}/complete': asClerk(of((s, d) => s.noticeOver(d))),
  'GET /notices/{id}/docx': asClerk(of((s, d) => s.notice(d))),
  'POST /notices/{id}/objections': asClerk(
    of((s, d) => s.notice(d), { content: '工程预算偏高', contact: '13800001234' }),
  ),
  'GET /notices/{id}/page.html': asClerk(of((s, d) => s.notice(d))),
  'POST /notices/{id}/photos': asClerk(async (s, d) => ({
    params: idOf(await s.notice(d)),
    body: { fileId: (await s.picture(d)).id, place: '小区大门公告栏' },
  })),
  'POST /notices/{id}/publish': asClerk(of((s, d) => s.noticeDraft(d))),
  'POST /notices/{id}/withdraw': asClerk(of((s, d) => s.notice(d), WHY)),
  'POST /objections/{id}/answer': asClerk(
    of((s, d) => s.objection(d), { verdict: 'dismissed', reply: '预算已经审核，没有偏高' }),
  ),
  'POST /objections/{id}/contact': asClerk(async (s, d) => ({
    params: idOf(await s.objection(d)),
    body: { reason: '需要电话核实情况' },
  })),
  'GET /operations': asBureau(async () => ({})),
  'POST /operations/jobs/{id}/retry': asBureau(async (s, d) => ({ params: { id: await s.failedJob(d) } })),
  'POST /reminders/{id}/aside': asClerk(async (s, d) => ({ params: { id: await s.reminder(d) } })),
  'POST /households': asClerk(async (s, d) => ({
    body: {
      buildingId: (await s.building(d)).id,
      room: '202',
      storey: 2,
      exclusiveArea: '88.33',
      owners: [{ kind: 'person', name: '李四', phone: '13800001234' }],
    },
  })),
  'GET /households/{id}': asClerk(of(household)),
  'PATCH /households/{id}': asClerk(of(household, { room: '102', exclusiveArea: '90.50' })),
  'POST /households/{id}/owners': asClerk(of(household, { kind: 'person', name: '王五', phone: '13900001234' })),
  'POST /households/{id}/owners/{ownerId}/end': asClerk(async (s, d) => {
    const { id, owners } = await s.household(d);
    return { params: { id, ownerId: owners[0]?.id ?? '' }, body: WHY };
  }),
  'POST /households/{id}/retire': asClerk(of(household, WHY)),
  'GET /imports': asClerk(async () => ({ query: { limit: '20' } })),
  'POST /imports': asClerk(async (s, d) => ({
    raw: await s.workbook(d),
    headers: { 'x-file-name': encodeURIComponent('摸底表.xlsx'), 'content-type': 'application/octet-stream' },
  })),
  'GET /imports/mappings': asClerk(async () => ({})),
  'GET /imports/{id}': asClerk(of((s, d) => s.previewed(d))),
  'POST /imports/{id}/cancel': asClerk(of((s, d) => s.previewed(d))),
  'POST /imports/{id}/confirm': asClerk(of((s, d) => s.previewed(d))),
  'PUT /imports/{id}/decisions': asClerk(
    of((s, d) => s.undecided(d), { decisions: [{ entity: 'compound', rowNo: 2, chosen: 'new' }] }),
  ),
  'GET /imports/{id}/findings': asClerk(of((s, d) => s.previewed(d), undefined, { level: 'error', limit: '20' })),
  'PUT /imports/{id}/mapping': asClerk(
    of((s, d) => s.unmapped(d), {
      sheet: 'CSV',
      headerRow: 1,
      fingerprint: '小区名称|户数',
      columns: [
        { column: 0, header: '小区名称', field: 'name', unit: null },
        { column: 1, header: '户数', field: 'statedHouseholds', unit: null },
      ],
      constants: { legalTitle: '是' },
    }),
  ),
  'GET /imports/{id}/marked.xlsx': asClerk(of((s, d) => s.previewed(d))),
  'GET /imports/{id}/rows': asClerk(of((s, d) => s.previewed(d), undefined, { entity: 'compound', limit: '20' })),
  'POST /imports/{id}/undo': asClerk(of((s, d) => s.applied(d), { reason: '传错了文件' })),
  'GET /me': asClerk(async () => ({})),
  'PATCH /me/locale': async (s, d) => ({ who: { cookie: await s.newcomer(d) }, body: { locale: 'en' } }),
  'GET /owners/{id}': asClerk(of(owner)),
  'PATCH /owners/{id}': asClerk(of(owner, { name: '张大明', phone: '13700001234' })),
  'POST /owners/{id}/reveal': asClerk(of(owner, WHY)),
  'POST /password': async (s, d) => ({
    who: { cookie: await s.newcomer(d) },
    body: { currentPassword: PASSWORD, newPassword: 'v3rz-88kd-pw2m-lq51' },
  }),
  'GET /programme/campaigns': asBureau(async () => ({})),
  'POST /programme/campaigns': asBureau(async (s) => ({
    body: { name: `第${s.next()}批摸底`, opensOn: '2019-03-01', closesOn: '2019-06-30' },
  })),
  'GET /programme/campaigns/{id}': asBureau(of(campaign)),
  'PATCH /programme/campaigns/{id}': asBureau(of(campaign, { name: '改了名的一批', closesOn: '2019-07-31' })),
  'POST /programme/campaigns/{id}/amendments': asBureau(async (s, d) => ({
    params: idOf(await s.frozen(d)),
    body: {
      countyId: d.county.id,
      compoundsDelta: 1,
      buildingsDelta: 0,
      householdsDelta: 0,
      floorAreaDelta: '0.00',
      documentNo: '楚住建〔2020〕30号',
      documentOn: s.today,
      reason: '漏报一个小区',
      fileId: (await s.file(d, d.bureau)).id,
    },
  })),
  'GET /programme/campaigns/{id}/changes': asBureau(
    of((s, d) => s.frozen(d), undefined, { limit: '20', kind: 'added' }),
  ),
  'POST /programme/campaigns/{id}/freeze': asBureau(async (s, d) => {
    const { id, version } = await s.campaign(d);
    return { params: { id }, version, body: { baselineOn: s.today, documentNo: '楚住建〔2020〕8号' } };
  }),
  'GET /programme/years': asBureau(async () => ({})),
  'POST /programme/years': asBureau(async (s, d) => {
    const number = s.yearNumber();
    return {
      body: {
        year: number,
        rulebookId: s.world.rulebookId,
        campaignId: (await s.frozen(d)).id,
        targetShare: 70,
        startBy: `${number}-02-28`,
        completeBy: `${number}-06-30`,
      },
    };
  }),
  'GET /programme/years/{id}': asBureau(of(year)),
  'PATCH /programme/years/{id}': asBureau(of(year, { targetShare: 70, reportDay: 8, voteTest: 'civil-code-majority' })),
  'POST /rounds/{id}/ballots/sheet': asClerk(sheet),
  'POST /rounds/{id}/ballots/sheet/marked.xlsx': asClerk(sheet),
  'GET /rounds/{id}/ballots/template.xlsx': asClerk(of((s, d) => s.openRound(d))),
  'GET /rounds/{id}/forms': asClerk(of((s, d) => s.printed(d))),
  'POST /rounds/{id}/forms': asClerk(async (s, d) => {
    const { id, homes } = await s.printed(d);
    return { params: { id }, body: { householdIds: homes.slice(0, 2), reason: '业主遗失' } };
  }),
  'GET /rounds/{id}/forms/{batch}': asClerk(async (s, d) => {
    // the last batch has another number in the other county: what belongs to a number is asked for too
    const batches = d.countyCode === '532302' ? 1 : 2;
    return { params: { id: (await s.printed(d, batches)).id, batch: String(batches) } };
  }),
  'GET /rulebook': asBureau(async () => ({})),
  'GET /rulebook/{id}': asBureau(async (s) => ({ params: { id: s.world.rulebookId } })),
  'POST /sign-out': async (s, d) => ({ who: { cookie: await s.newcomer(d) } }),
  'GET /notifications': asClerk(async (s, d) => {
    await notification(s, d);
    return { query: { filter: 'all', limit: '20' } };
  }),
  'POST /notifications/read': asClerk(async (s, d) => ({ body: { upTo: (await notification(s, d)).id } })),
  'POST /notifications/{id}/read': asClerk(of(notification)),
  'GET /search': asClerk(async () => ({ query: { q: '小区' } })),
  'GET /tasks': asClerk(async () => ({})),
  'GET /units': asBureau(async (_, d) => ({ query: { under: d.county.id, kind: 'community' } })),
  'POST /units': asBureau(async (s, d) => ({
    body: {
      kind: 'community',
      parentId: d.county.subdistricts[0]?.id ?? '',
      code: s.unitCode(d),
      name: '新设社区',
      validFrom: '2020-01-01',
      sortOrder: 3,
    },
  })),
  'GET /units/{id}': asBureau(of(unit)),
  'PATCH /units/{id}': asBureau(of(unit, { nameEn: 'New Community', sortOrder: 5 })),
  'PUT /units/{id}/name': asBureau(
    of(unit, { name: '更名社区', validFrom: '2020-06-01', documentNo: '民政〔2020〕1号' }),
  ),
  'PUT /units/{id}/retirement': asBureau(of(unit, { validTo: '2020-12-31', reason: '撤并' })),
  'GET /tokens': asClerk(async () => ({ query: { limit: '20' } })),
  'POST /tokens': asClerk(async (s, d) => {
    await s.fewTokens(d.clerkId);
    return { body: { name: `第${s.next()}个系统`, scopes: ['compounds.read', 'dashboards.read'], expiresOn: s.today } };
  }),
  'POST /tokens/{id}/revoke': asClerk(of((s, d) => s.token(d), WHY)),
  'GET /users': asBureau(async (_, d) => ({ query: { county: d.county.id, state: 'all', limit: '20' } })),
  'POST /users': asBureau(async (s, d) => ({
    body: {
      username: `new.person${s.next()}`,
      displayName: '新人',
      role: 'community',
      unitId: s.communityOf(d),
      password: PASSWORD,
    },
  })),
  'GET /users/{id}': asBureau(of(account)),
  'PATCH /users/{id}': asBureau(of(account, { displayName: '改名' })),
  'GET /users/{id}/tokens': asBureau(of(account, undefined, { limit: '20' })),
  'PUT /users/{id}/password': asBureau(of(account, { password: 'q8wn-55tz-kr7c-hx30' })),
  ...OVERVIEW_EXAMPLES,
  ...PLAN_EXAMPLES,
  ...VOTE_EXAMPLES,
  ...ARCHIVE_EXAMPLES,
  ...ALLOCATION_EXAMPLES,
  ...ANNUAL_EXAMPLES,
  ...BANK_IMPORT_EXAMPLES,
  ...INSPECTION_EXAMPLES,
  ...LEDGER_EXAMPLES,
  ...FUND_VIEW_EXAMPLES,
  ...PROJECT_EXAMPLES,
  ...PROGRESS_EXAMPLES,
  ...PROGRESS_SHEET_EXAMPLES,
  ...SCORE_PAPER_EXAMPLES,
  ...SHARING_EXAMPLES,
  ...CONTRIBUTION_EXAMPLES,
  ...COMPLAINT_EXAMPLES,
  ...STAGE_EXAMPLES,
  ...RESULT_EXAMPLES,
  ...SCORE_EXAMPLES,
  ...SEASON_EXAMPLES,
  ...STATISTICS_EXAMPLES,
  ...OFFICIAL_PAPER_EXAMPLES,
  ...SUPERVISION_EXAMPLES,
  ...WARNING_EXAMPLES,
};
