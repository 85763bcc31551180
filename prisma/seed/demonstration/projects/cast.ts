import type pg from 'pg';
import { townsOf } from '../towns';
import { daysOf } from './calendars';
import { type County, compoundOf, countiesOf } from './facts';
import { type CompanyOf, companiesOf } from './ground';
import { grown, type Item, itemsOf } from './plans';
import { STORIES } from './stories';
import { type Ground, type Member, stageOf, type Told } from './told';
import type { Story } from './types';

/** 概算 and 业主自筹 of a compound without a published scheme, as those of the others are (votes/schemes.ts), in fen for each dwelling. */
const [ESTIMATE, SHARE] = [2_360_000n, 142_000n];

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

function entityOf(county: County, story: Story, town: { id: string; name: string }, company: CompanyOf) {
  const kind = story.entity ?? 'countyBureau';
  const names = {
    company: company('investment').name,
    town: `${town.name}人民政府`,
    countyBureau: `${county.name}住房和城乡建设局`,
  };
  const units = { company: null, town: town.id, countyBureau: county.id };
  return { entity: `${county.letters}.${ENTITY_ACCOUNTS[kind]}`, entityName: names[kind], entityUnitId: units[kind] };
}

/** Every declared project with its compounds, companies and days. */
export async function toldOf(client: pg.Client, ground: Ground): Promise<Told[]> {
  const counties = await countiesOf(client);
  const companies = new Map<string, CompanyOf>();
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
