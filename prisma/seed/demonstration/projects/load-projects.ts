import type pg from 'pg';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { idOf } from '../../shared/sequence';
import { townsOf } from '../towns';
import { writeAnnualPlans } from './annual';
import { dayOf, daysOf } from './calendars';
import { COMPANY_KINDS, type CompanyKind, companyName, creditCode } from './companies';
import { tellAcceptances, tellChecks, tellHandover, tellHaves } from './ending';
import { type County, compoundOf, countiesOf, peopleOf, picturesOf } from './facts';
import { Files } from './files';
import { tellContracts, tellFunding } from './money';
import { tellPapers } from './papers';
import { tellParties } from './people-of';
import { tellPlans } from './plan-rows';
import { grown, type Item, itemsOf } from './plans';
import { tellProject } from './project-rows';
import { Rows } from './rows';
import { tellEvents, tellStages } from './stages';
import { STORIES } from './stories';
import { type Ground, type Member, stageOf, type Told } from './told';
import type { Story } from './types';
import { tellCompletions, tellFindings } from './works-done';
import { feasibilityVersions, tellApplication, tellFeasibility, tellLeadingGroup } from './year-rows';

/** 概算 and 业主自筹 of a compound without a published scheme, as those of the others are (votes/schemes.ts), in fen for each dwelling. */
const [ESTIMATE, SHARE] = [2_360_000n, 142_000n];

async function groundOf(client: pg.Client, today: CalendarDate, rulebookId: string): Promise<Ground> {
  const people = await peopleOf(client);
  const { rows: years } = await client.query<{ id: string; year: number; current: boolean }>(
    'SELECT id, year, current FROM programme_year',
  );
  const given = new Map<string, number>();
  const rows = new Rows();
  return {
    ...{ rows, files: new Files(rows), today, rulebookId, pictures: await picturesOf(client) },
    year: (year) => {
      const found = years.find((one) => (year === null ? one.current : one.year === year));
      if (!found) throw new Error(`demonstration: no programme year ${year}`);
      return found;
    },
    person: (username) => {
      const found = people.get(username);
      if (!found) throw new Error(`demonstration: no account ${username}`);
      return found;
    },
    next: (table) => {
      given.set(table, (given.get(table) ?? 0) + 1);
      return idOf(table, given.get(table) ?? 0);
    },
  };
}

/** The companies of a county, registered before its first project. */
function companiesOf(ground: Ground, county: County): (kind: CompanyKind) => { id: string; name: string } {
  const by = ground.person(`${county.letters}.zjj1`).id;
  const at = new Date('2019-03-04T02:00:00Z').toISOString();
  const found = new Map(
    COMPANY_KINDS.map((kind) => {
      const [id, name] = [ground.next('company'), companyName(kind, county.name)];
      const area = county.code.endsWith('KFQ') ? '532300' : county.code;
      ground.rows.add('company', {
        id,
        county_id: county.id,
        name,
        credit_code: creditCode(area, name),
        kinds: [kind],
        created_by: by,
        created_at: at,
        updated_at: at,
      });
      return [kind, { id, name }] as const;
    }),
  );
  return (kind) => found.get(kind) ?? { id: '', name: '' };
}

/** A compound with its plan: none before stage 3, with gaps while it is being made; one for all projects of the compound. */
async function memberOf(
  client: pg.Client,
  ground: Ground,
  story: Story,
  named: Story['compounds'][number],
  known: Map<string, Member>,
): Promise<Member> {
  const compound = await compoundOf(client, story.county, named);
  const former = known.get(compound.id);
  if (former) return { ...former, planned: true };
  const [homes, stage] = [BigInt(compound.homes), stageOf({ story })];
  const all =
    stage < 3 ? [] : itemsOf(compound, compound.estimate ?? homes * ESTIMATE, compound.ownersShare ?? homes * SHARE);
  const firstItems = story.unfinishedPlan ? withGaps(all, compound.buildings.at(-1)?.id ?? '') : all;
  const items = story.grown ? grown(firstItems, story.grown) : firstItems;
  const member = { ...compound, planId: ground.next('plan'), planned: false, firstItems, items };
  known.set(compound.id, member);
  return member;
}

const GAPS = ['B-R04', 'B-R06', 'B-R09', 'B-R10'];
const withGaps = (items: readonly Item[], building: string): Item[] =>
  items.filter((one) => one.building !== building || !GAPS.includes(one.item));

const ENTITY_ACCOUNTS = { company: 'ssdw1', town: 'zhen1', countyBureau: 'zjj1' } as const;

function entityOf(
  county: County,
  story: Story,
  town: { id: string; name: string },
  company: (kind: CompanyKind) => { name: string },
) {
  const kind = story.entity ?? 'countyBureau';
  const names = {
    company: company('investment').name,
    town: `${town.name}人民政府`,
    countyBureau: `${county.name}住房和城乡建设局`,
  };
  const units = { company: null, town: town.id, countyBureau: county.id };
  return { entity: `${county.letters}.${ENTITY_ACCOUNTS[kind]}`, entityName: names[kind], entityUnitId: units[kind] };
}

async function toldOf(client: pg.Client, ground: Ground): Promise<Told[]> {
  const counties = await countiesOf(client);
  const companies = new Map<string, (kind: CompanyKind) => { id: string; name: string }>();
  const serials = new Map<string, number>();
  const known = new Map<string, Member>();
  const all: Told[] = [];
  for (const story of STORIES) {
    const county = counties.get(story.county);
    if (!county) throw new Error(`demonstration: no county ${story.county}`);
    const company = companies.get(county.code) ?? companiesOf(ground, county);
    companies.set(county.code, company);
    const { year } = ground.year(story.year);
    const serial = (serials.get(`${county.code}-${year}`) ?? 0) + 1;
    serials.set(`${county.code}-${year}`, serial);
    const members: Member[] = [];
    for (const named of story.compounds) members.push(await memberOf(client, ground, story, named, known));
    const town = { id: members[0]?.townId ?? '', name: townsOf(county.code)[0]?.name ?? '' };
    all.push({
      ...{
        ground,
        story,
        id: ground.next('project'),
        code: `${county.code}-${year}-${String(serial).padStart(3, '0')}`,
        year,
        county,
        members,
        company,
      },
      ...{ days: daysOf(story.calendar, ground.today, story.days), ...entityOf(county, story, town, company) },
    });
  }
  return all;
}

/** One project after the other, each as far as it came. */
function tell(all: readonly Told[]): void {
  const groups = groupBy(all, ({ county, year }) => `${county.code}-${year}`);
  const feasibility = new Map<string, string>();
  for (const group of groups.values()) {
    const versions = feasibilityVersions(group);
    tellFeasibility(versions);
    for (const { id, projects } of versions) for (const told of projects) feasibility.set(told.id, id);
  }
  for (const told of all) {
    tellProject(told, feasibility.get(told.id) ?? null);
    for (const piece of PIECES) piece(told);
  }
}

const PIECES = [
  ...[tellPlans, tellStages, tellEvents, tellParties, tellFunding, tellContracts, tellPapers, tellApplication],
  ...[tellCompletions, tellFindings, tellAcceptances, tellHandover, tellChecks, tellHaves],
];

const TABLES = [
  ...[
    'company',
    'feasibility_report',
    'leading_group',
    'project',
    'project_compound',
    'compound_plan',
    'plan_item',
    'compound_have',
    'project_person',
  ],
  ...[
    'project_party',
    'contract',
    'project_stage',
    'project_event',
    'paper',
    'funding_line',
    'item_completion',
    'finding',
    'acceptance',
    'acceptance_party',
  ],
  ...['handover_item', 'aftercare_check', 'application'],
];

const SEAL = `UPDATE compound_plan p SET status = 'final', hash = x.hash, finalized_at = x.at, finalized_by = x.by, version = version + 1, updated_at = x.at
  FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, hash text, at timestamptz, by uuid) WHERE p.id = x.id`;
const CONCLUDE = `UPDATE acceptance a SET status = x.status, conclusion = x.conclusion, concluded_at = x.at, concluded_by = x.by, version = version + 1, updated_at = x.at
  FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, status text, conclusion text, at timestamptz, by uuid) WHERE a.id = x.id`;

const LATER = ['compound_plan', 'plan_item', 'acceptance', 'acceptance_party'];

/** Plans become final and acceptances are concluded once all of them is written, as the tables ask. */
async function conclude(client: pg.Client, rows: Rows, prefix: string): Promise<void> {
  await client.query(SEAL, [JSON.stringify(rows.of(`${prefix}plan_seal`))]);
  await client.query(CONCLUDE, [JSON.stringify(rows.of(`${prefix}acceptance_end`))]);
}

/** Projects at every stage with all that their stages imply, and the years' plans. Answers what was loaded. */
export async function loadProjects(
  client: pg.Client,
  today: CalendarDate,
  rulebookId: string,
): Promise<Record<string, number>> {
  const ground = await groundOf(client, today, rulebookId);
  const all = await toldOf(client, ground);
  tell(all);
  for (const county of (await countiesOf(client)).values())
    tellLeadingGroup(ground, county, dayOf('2020-02-12', today));
  for (const table of ['stored_file', ...TABLES]) await ground.rows.write(client, table);
  await conclude(client, ground.rows, '');
  for (const table of LATER) await ground.rows.write(client, table, `later_${table}`);
  await conclude(client, ground.rows, 'later_');
  await writeAnnualPlans(client, ground, all);
  await ground.rows.write(client, 'stored_file');
  await ground.files.store();
  await client.query(
    'ANALYZE project, project_stage, project_compound, compound_plan, plan_item, paper, item_completion, stored_file',
  );
  return { projects: all.length };
}
