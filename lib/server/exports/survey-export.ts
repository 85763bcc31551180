import 'server-only';
import type { Writable } from 'node:stream';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { placeOptions } from '@/lib/server/compounds/places';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { type Tx, withActor, withActorClient } from '@/lib/server/db/with-actor';
import { registerKeys } from './keys';
import type { WorkbookFacts } from './survey-guide';
import { openRegister } from './survey-rows';
import { writeSurveyWorkbook } from './survey-workbook';

export interface SurveyJob {
  countyId: string;
  unmasked: boolean;
  empty: boolean;
}

/** Where rows and their number are told while a file is made. */
export interface Progress {
  expect: (total: number) => Promise<void>;
  advance: (count: number) => Promise<void>;
}

async function factsOf(tx: Tx, actor: Actor, { countyId, unmasked }: SurveyJob): Promise<WorkbookFacts> {
  const county = await tx.unit.findUniqueOrThrow({
    where: { id: countyId },
    select: { id: true, code: true, name: true },
  });
  const places = await placeOptions(tx, actor, countyId);
  const names = (kind: string) => [...new Set(places.filter((one) => one.kind === kind).map(({ name }) => name))];
  const { rulebook } = await rulebookInForce(tx);
  const [clock] = await tx.$queryRaw<{ at: string }[]>`
    SELECT to_char(anju_now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS at`;
  return {
    county,
    madeAt: clock?.at ?? '',
    masked: !unmasked,
    facilities: publicFacilities(rulebook),
    places: { subdistricts: names('subdistrict'), communities: names('community') },
  };
}

/** About how many rows there will be: the kept totals, not a count of households. */
async function expectedRows(tx: Tx, countyId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT coalesce(sum(1 + t.registered_buildings + t.registered_households), 0)::int AS n
    FROM compound_total t JOIN compound c ON c.id = t.compound_id WHERE t.county_id = ${countyId}::uuid AND c.status = 'active'`;
  return row?.n ?? 0;
}

/** Writes the county's workbook and says what it is called. */
export async function writeSurvey(out: Writable, actor: Actor, job: SurveyJob, progress: Progress): Promise<string> {
  const { facts, total, keys } = await withActor(actor, async (tx) => ({
    facts: await factsOf(tx, actor, job),
    total: job.empty ? 0 : await expectedRows(tx, job.countyId),
    keys: job.unmasked ? await registerKeys(tx, job.countyId) : null,
  }));
  await progress.expect(total);
  if (job.empty) await writeSurveyWorkbook(out, facts, null);
  else
    await withActorClient(
      actor,
      async (client) => {
        const pages = await openRegister(client, job.countyId, keys);
        await writeSurveyWorkbook(out, facts, pages, progress.advance);
      },
      { long: true },
    );
  return nameOf(job, facts);
}

const stamp = (madeAt: string) => madeAt.replaceAll('-', '').replace(' ', '-').replace(':', '');

function nameOf({ unmasked, empty }: SurveyJob, { county, madeAt }: WorkbookFacts): string {
  const what = empty ? '排查摸底空表' : '排查摸底表';
  return `${county.name}${what}${unmasked ? '（含个人信息）' : ''}-${stamp(madeAt)}.xlsx`;
}
