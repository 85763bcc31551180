import sharp from 'sharp';
import * as buildingsRoute from '@/app/api/v1/buildings/route';
import * as compoundFilesRoute from '@/app/api/v1/compounds/[id]/files/route';
import * as compoundsRoute from '@/app/api/v1/compounds/route';
import * as exportsRoute from '@/app/api/v1/exports/route';
import * as filesRoute from '@/app/api/v1/files/route';
import * as householdsRoute from '@/app/api/v1/households/route';
import * as confirmRoute from '@/app/api/v1/imports/[id]/confirm/route';
import * as importsRoute from '@/app/api/v1/imports/route';
import * as objectionsRoute from '@/app/api/v1/notices/[id]/objections/route';
import * as publishRoute from '@/app/api/v1/notices/[id]/publish/route';
import * as noticesRoute from '@/app/api/v1/notices/route';
import * as freezeRoute from '@/app/api/v1/programme/campaigns/[id]/freeze/route';
import * as campaignsRoute from '@/app/api/v1/programme/campaigns/route';
import * as yearsRoute from '@/app/api/v1/programme/years/route';
import * as formsRoute from '@/app/api/v1/rounds/[id]/forms/route';
import * as tokensRoute from '@/app/api/v1/tokens/route';
import * as unitsRoute from '@/app/api/v1/units/route';
import * as usersRoute from '@/app/api/v1/users/route';
import type { Handler, Method } from '@/lib/server/define-route';
import { makeExport } from '@/lib/server/exports/make-export';
import { applyImport } from '@/lib/server/imports/apply-import';
import { readImport } from '@/lib/server/imports/read-import';
import { finalScheme } from '../notices';
import { type OpenRound, openRound } from '../open-round';
import { type Cells, metaSheet, workbookOf } from '../sheets';
import { type CallOptions, openSession, type World } from '../world';
import type { Caller, Side } from './side';
import { ComplaintsStage } from './stage-complaints';
import { InspectionsStage } from './stage-inspections';
import { LedgerStage } from './stage-ledger';
import { ProjectsStage } from './stage-projects';
import { VotesStage } from './stage-votes';

export const PASSWORD = 'k7fm-29xq-hd4w-tbn8';
const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';

/** A picture like no other. */
export const photo = (n: number): Promise<Buffer> =>
  sharp({ create: { width: 2, height: 2, channels: 3, background: { r: n % 256, g: (n >> 8) % 256, b: 9 } } })
    .png()
    .toBuffer();

interface Made {
  id: string;
  version: number;
}
interface Home extends Made {
  owners: { id: string; version: number }[];
}

/** Makes, for a territory, what a request is about; everything by the product's own doors, each time something new. */
export class Stage {
  private last = 0;
  readonly votes = new VotesStage(this);
  readonly projects = new ProjectsStage(this);
  readonly inspections = new InspectionsStage(this);
  readonly ledger = new LedgerStage(this);
  readonly complaints = new ComplaintsStage(this);

  /** `day`: that of the world's clock; asked anew each time where a run may last past midnight. */
  constructor(
    readonly world: World,
    private readonly day: string | (() => string),
  ) {}

  get today(): string {
    return typeof this.day === 'string' ? this.day : this.day();
  }

  next(): number {
    this.last += 1;
    return this.last;
  }

  async ask<T>(who: Caller, method: Method, handler: Handler, more: CallOptions): Promise<T> {
    const answer = await this.world.call(handler, { ...who, method, path: '/api/v1/made', ...more });
    if (answer.status >= 300) throw new Error(`stage: ${answer.status} ${JSON.stringify(answer.json)}`);
    return answer.json as T;
  }
  post = <T = Made>(who: Caller, { POST }: { POST: Handler }, body: unknown, more: CallOptions = {}) =>
    this.ask<T>(who, 'POST', POST, { body, ...more });

  nameOf = ({ mark = '' }: Side, name: string): string => `${mark}${name}`;

  communityOf = ({ county }: Side): string => county.subdistricts[0]?.communities[0]?.id ?? '';

  compound = (side: Side) =>
    this.post(side.clerk, compoundsRoute, {
      name: this.nameOf(side, `第${this.next()}小区`),
      communityId: this.communityOf(side),
    });

  building = async (side: Side, compoundId?: string) =>
    this.post(side.clerk, buildingsRoute, {
      compoundId: compoundId ?? (await this.compound(side)).id,
      name: this.nameOf(side, `${this.next()}栋`),
    });

  household = async (side: Side) => this.home(side, (await this.building(side)).id, '101');

  home = (side: Side, buildingId: string, room: string, exclusiveArea?: string) =>
    this.post<Home>(side.clerk, householdsRoute, {
      buildingId,
      room,
      exclusiveArea,
      owners: [{ kind: 'person', name: this.nameOf(side, '张小明'), phone: '13800001234' }],
    });

  /** The line of the record that holds an owner's values, encrypted. */
  ownerLine = async (side: Side): Promise<string> => {
    const { owners } = await this.household(side);
    const { rows } = await this.world.owner.query<{ id: string }>(
      `SELECT id::text FROM audit_line WHERE entity = 'owner_personal' AND entity_id = $1`,
      [owners[0]?.id],
    );
    return rows[0]?.id ?? '';
  };

  file = (side: Side, who: Caller = side.clerk) =>
    this.ask<Made>(who, 'POST', filesRoute.POST, {
      path: '/api/v1/files?purpose=document',
      rawBody: `${PDF}${this.next()} %%EOF`,
      headers: { 'x-file-name': encodeURIComponent(this.nameOf(side, 'a.pdf')) },
    });

  picture = async (side: Side) =>
    this.ask<Made>(side.clerk, 'POST', filesRoute.POST, {
      path: '/api/v1/files?purpose=photo',
      rawBody: new Uint8Array(await photo(this.next())),
      headers: { 'x-file-name': encodeURIComponent(this.nameOf(side, 'a.png')) },
    });

  attachment = async (side: Side) => {
    const compoundId = (await this.compound(side)).id;
    const body = { fileId: (await this.file(side)).id, kind: 'document' };
    return { compoundId, ...(await this.post(side.clerk, compoundFilesRoute, body, { params: { id: compoundId } })) };
  };

  workbook = (side: Side, rows?: Cells[]): Promise<Buffer> =>
    workbookOf({
      ...metaSheet(side.countyCode, side.countyName),
      小区: [['小区名称*', '建成年份'], ...(rows ?? [[this.nameOf(side, `来自表格的${this.next()}号院`), 1991]])],
    });

  private upload = (side: Side, bytes: Uint8Array) =>
    this.ask<Made>(side.clerk, 'POST', importsRoute.POST, {
      path: '/api/v1/imports',
      rawBody: Buffer.from(bytes),
      headers: { 'x-file-name': encodeURIComponent(this.nameOf(side, '摸底表.xlsx')) },
    });

  previewed = async (side: Side, rows?: Cells[]): Promise<Made> => {
    const made = await this.upload(side, await this.workbook(side, rows));
    await readImport({ batchId: made.id, accountId: side.clerkId });
    return made;
  };

  /** A list of somebody else's making, whose columns are to be agreed. */
  unmapped = async (side: Side): Promise<Made> => {
    const made = await this.upload(side, Buffer.from(`小区名称,户数\n${this.nameOf(side, `${this.next()}号院`)},20\n`));
    await readImport({ batchId: made.id, accountId: side.clerkId });
    return made;
  };

  /** A row that may be a compound known under another name. */
  undecided = async (side: Side): Promise<Made> => {
    const name = this.nameOf(side, `红星${this.next()}号小区`);
    await this.post(side.clerk, compoundsRoute, { name, communityId: this.communityOf(side) });
    return this.previewed(side, [[name.replace('小区', '家属院'), 1991]]);
  };

  applied = async (side: Side): Promise<Made> => {
    const made = await this.previewed(side);
    await this.ask(side.clerk, 'POST', confirmRoute.POST, { params: { id: made.id } });
    await applyImport({ batchId: made.id, accountId: side.clerkId });
    return made;
  };

  /** Five may wait at once; those of earlier requests are over. */
  noExportsWaiting = () =>
    this.world.owner.query(`UPDATE export_job SET status = 'failed' WHERE status IN ('waiting', 'running')`);

  /** Ten may work at once; the oldest of earlier requests are over. */
  fewTokens = (accountId: string) =>
    this.world.owner.query(
      `UPDATE access_token SET revoked_at = anju_now(), revoked_how = 'own' WHERE account_id = $1 AND revoked_at IS NULL
         AND id NOT IN (SELECT id FROM access_token WHERE account_id = $1 AND revoked_at IS NULL ORDER BY id DESC LIMIT 5)`,
      [accountId],
    );

  token = async (side: Side): Promise<{ id: string }> => {
    await this.fewTokens(side.clerkId);
    return this.post(side.clerk, tokensRoute, {
      name: this.nameOf(side, `第${this.next()}个系统`),
      scopes: ['compounds.read'],
      expiresOn: this.today,
    });
  };

  exported = async (side: Side): Promise<Made> => {
    await this.noExportsWaiting();
    const made = await this.post(side.clerk, exportsRoute, { kind: 'survey-template' });
    await makeExport({ exportId: made.id, accountId: side.clerkId });
    return made;
  };

  account = (side: Side) =>
    this.post(side.bureau, usersRoute, {
      username: `person.${this.next()}`,
      displayName: this.nameOf(side, '新人'),
      role: 'community',
      unitId: this.communityOf(side),
      password: PASSWORD,
    });

  /** Somebody with a password of their own, signed in: for what ends sessions. */
  newcomer = async (side: Side): Promise<string> => {
    const { id } = await this.account(side);
    await this.world.owner.query('UPDATE account SET must_change_password = false WHERE id = $1', [id]);
    return openSession(id);
  };

  reminder = async ({ county, prefectureId }: Side): Promise<string> => {
    const { rows } = await this.world.owner.query<{ id: string }>(
      `INSERT INTO reminder (prefecture_id, county_id, kind, subject, mark, due_on) VALUES ($1, $2, 'yearStart', $3, '7', '2031-02-28') RETURNING id`,
      [prefectureId, county.id, `stage-${this.next()}`],
    );
    return rows[0]?.id ?? '';
  };

  failedJob = async ({ clerkId }: Side): Promise<string> => {
    const { rows } = await this.world.owner.query<{ id: string }>(
      `INSERT INTO pgboss.job (name, data, state, started_on, completed_on) VALUES ('export.make', jsonb_build_object('exportId', anju_new_id(), 'accountId', $1::text), 'failed', now(), now()) RETURNING id`,
      [clerkId],
    );
    return rows[0]?.id ?? '';
  };

  /** A scheme that no longer changes, of a compound with something in it. */
  scheme = async (side: Side): Promise<{ id: string }> => {
    const { id: compoundId } = await this.compound(side);
    await this.world.owner.query(
      `INSERT INTO household (building_id, compound_id, county_id, unit_no, room, sort_key, exclusive_area) VALUES ($1, $2, $3, '1', '101', '0001', 8833)`,
      [(await this.building(side, compoundId)).id, compoundId, side.county.id],
    );
    const place = { countyId: side.county.id, accountId: side.clerkId };
    return { id: await finalScheme(this.world.owner, place, compoundId) };
  };

  noticeDraft = async (side: Side) =>
    this.post(side.clerk, noticesRoute, { kind: 'design', schemeId: (await this.scheme(side)).id });

  notice = async (side: Side) => {
    const { id, version } = await this.noticeDraft(side);
    return this.post(side.clerk, publishRoute, undefined, { params: { id }, headers: { 'if-match': `"${version}"` } });
  };

  /** Published ten days ago and photographed. */
  noticeOver = async (side: Side): Promise<Made> => {
    const { id, version } = await this.noticeDraft(side);
    const { owner } = this.world;
    await owner.query(
      `UPDATE notice SET status = 'published', hash = 'x', published_at = anju_now() - interval '10 days', starts_on = anju_today() - 10, ends_on = anju_today() - 3 WHERE id = $1`,
      [id],
    );
    await owner.query(
      `INSERT INTO notice_photo (notice_id, file_id, county_id, place, taken_on, created_by) VALUES ($1, $2, $3, '大门', anju_today() - 9, $4)`,
      [id, (await this.picture(side)).id, side.county.id, side.clerkId],
    );
    return { id, version };
  };

  objection = async (side: Side) =>
    this.post(
      side.clerk,
      objectionsRoute,
      { content: this.nameOf(side, '公示内容有误'), contact: '13800001234' },
      { params: { id: (await this.notice(side)).id } },
    );

  private lastUnit = 100;
  unitCode(side: Side): string {
    this.lastUnit += 1;
    return `${side.county.subdistricts[0]?.code}${this.lastUnit}`;
  }

  unit = (side: Side) =>
    this.post(side.bureau, unitsRoute, {
      kind: 'community',
      parentId: side.county.subdistricts[0]?.id ?? '',
      code: this.unitCode(side),
      name: this.nameOf(side, `新设${this.next()}社区`),
      validFrom: '2020-01-01',
    });

  /** A total that can be frozen counts something. */
  private async somethingEligible({ county, prefectureId, countyCode }: Side): Promise<void> {
    if (this.countable.has(prefectureId)) return;
    this.countable.add(prefectureId);
    await this.world.owner.query(
      `INSERT INTO compound (county_id, community_id, code, name, pinyin, search_text, year_built, decisive_year, eligibility, rulebook_id)
       VALUES ($1, $2, $4, '符合条件的小区', 'fu he', '符合条件的小区', 1990, 1990, 'eligible', $3)`,
      [county.id, county.subdistricts[0]?.communities[0]?.id, this.world.rulebookId, `${countyCode}-E`],
    );
  }
  private readonly countable = new Set<string>();

  campaign = async (side: Side) => {
    await this.somethingEligible(side);
    return this.post(side.bureau, campaignsRoute, {
      name: `${side.wideMark ?? ''}第${this.next()}批摸底`,
      opensOn: '2019-03-01',
      closesOn: '2019-06-30',
    });
  };

  frozen = async (side: Side): Promise<Made> => {
    const { id, version } = await this.campaign(side);
    const body = { baselineOn: this.today, documentNo: '楚住建〔2020〕8号' };
    return this.post(side.bureau, freezeRoute, body, { params: { id }, headers: { 'if-match': `"${version}"` } });
  };

  private lastYear = 2030;
  yearNumber(): number {
    this.lastYear += 1;
    return this.lastYear;
  }

  lastYearNumber = (): number => this.lastYear;

  year = (side: Side) => {
    const year = this.yearNumber();
    return this.post(side.bureau, yearsRoute, {
      year,
      rulebookId: this.world.rulebookId,
      targetShare: 70,
      startBy: `${year}-02-28`,
      completeBy: `${year}-06-30`,
    });
  };

  openRound = (side: Side): Promise<OpenRound> => {
    const number = this.next();
    return openRound(this.world.owner, side.county, {
      compoundCode: `${side.countyCode}-${5_000 + number}`,
      compoundName: this.nameOf(side, `表决${number}号小区`),
      homes: 4,
      rulebookId: this.world.rulebookId,
      by: side.clerkId,
    });
  };

  /** An open round with a batch of forms for all its households, and more for one of them. */
  printed = async (side: Side, batches = 1): Promise<OpenRound> => {
    const round = await this.openRound(side);
    const print = (body: object) => this.post(side.clerk, formsRoute, body, { params: { id: round.id } });
    await print({});
    for (let more = 1; more < batches; more += 1)
      await print({ householdIds: round.homes.slice(0, 1), reason: '业主遗失' });
    return round;
  };
}
