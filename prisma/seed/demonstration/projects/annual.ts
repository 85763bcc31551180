import type pg from 'pg';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import { confirmPlan, createPlan, lockEntry, writeBudgets } from '@/lib/server/annual/commands';
import { told as answered, onStage } from '../votes/stage';
import type { Stage } from '../votes/types';
import { type Declared, declaredOf } from './annual-plans';
import { dateOf, type Ground, instantOf, type Told } from './told';

const FEN = 1_000_000n;
/** So many percent, up to whole 10,000 yuan. */
const budgeted = (sum: bigint, percent: number): bigint => ((sum * BigInt(percent)) / 100n / FEN + 1n) * FEN;

function asks({ rows }: Ground, source: string, projects: readonly Told[]): bigint {
  const ids = new Set(projects.map(({ id }) => id));
  return rows
    .of('funding_line')
    .filter((line) => line.source === source && ids.has(line.project_id as string))
    .reduce((sum, line) => sum + (line.amount as bigint), 0n);
}

/** The prefecture's pot of the central subsidy, and each county's own money and bonds; of the draft too little for all. */
function moneyOf(ground: Ground, { chosen, open, gone }: Declared) {
  const counties = [...new Set([...chosen, ...open, ...gone].map(({ county }) => county.id))];
  const own = (id: string, list: readonly Told[]) => list.filter(({ county }) => county.id === id);
  const pot = asks(ground, 'central', chosen) + (asks(ground, 'central', open) * 55n) / 100n;
  const budgets = [
    { countyId: null, source: 'central' as const, amount: budgeted(pot, open.length > 0 ? 100 : 104) },
    ...counties.flatMap((countyId) =>
      (['local', 'bonds'] as const).flatMap((source) => {
        const asked = asks(ground, source, own(countyId, [...chosen, ...open]));
        return asked > 0n || source === 'local' ? [{ countyId, source, amount: budgeted(asked, 105) }] : [];
      }),
    ),
  ];
  const minimum = counties.map((countyId) => ({ countyId, minimum: own(countyId, chosen).length > 0 ? 1 : 0 }));
  return { budgets, minimum };
}

/** The paper by which a plan is issued. */
async function issued(client: pg.Client, ground: Ground, actor: Actor, { title, day, documentNo }: Declared) {
  const owner = { prefectureId: actor.prefectureId, countyId: null, projectId: null, by: actor.accountId };
  const file = ground.files.document(
    { ...owner, at: instantOf({ ground }, day) },
    {
      title: `关于印发${title}的通知`,
      number: documentNo,
      paragraphs: ['各县市人民政府、楚雄高新区管委会：现将年度实施计划印发给你们，请认真组织实施。'],
      issuer: '楚雄州住房和城乡建设局',
      date: dateOf({ ground }, day),
    },
  );
  await ground.rows.write(client, 'stored_file');
  return file.id;
}

/** One version of a year's plan as the prefecture's officer would make it: money, locks, and the document that confirms it. */
async function tell(stage: Stage, ground: Ground, declared: Declared): Promise<void> {
  const { client, tx } = stage;
  const { year, title, day, locks, draft, documentNo, reason } = declared;
  let plan = await stage.act('zhou.zjj1', { day: day - 3, time: '09:40' }, async (actor) => {
    const made = answered(await createPlan(tx, actor, { year, title }));
    return answered(await writeBudgets(tx, actor, made.id, made.version, moneyOf(ground, declared)));
  });
  for (const { told, lock, why } of locks) {
    plan = await stage.act('zhou.zjj1', { day: day - 2, time: '15:20' }, async (actor) =>
      answered(await lockEntry(tx, actor, plan.id, told.id, plan.version, { lock, reason: why })),
    );
  }
  if (draft) return;
  await stage.act('zhou.zjj1', { day, time: '17:00' }, async (actor) => {
    const fileId = await issued(client, ground, actor, declared);
    const documentOn = calendarDateOf(dateOf({ ground }, day));
    answered(await confirmPlan(tx, actor, plan.id, plan.version, { documentNo, documentOn, fileId, reason }));
  });
}

/** The years' plans (first), or what came of them: adjustments by document, and the draft that has yet to choose. */
export async function tellAnnualPlans(
  client: pg.Client,
  ground: Ground,
  all: readonly Told[],
  which: 'first' | 'later',
) {
  await onStage(client, ground.today, async (stage) => {
    for (const year of [2019, 2020, 2021, null]) {
      const declared = declaredOf(ground, year, all)[which];
      if (declared) await tell(stage, ground, declared);
    }
  });
}
