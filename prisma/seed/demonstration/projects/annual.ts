import type pg from 'pg';
import { dayOf } from './calendars';
import { dateOf, type Ground, hasTaken, instantOf, type Told } from './told';

const MILLION_FEN = 1_000_000n;
/** So many percent, up to whole 10,000 yuan. */
const budgeted = (sum: bigint, percent: number): bigint =>
  ((sum * BigInt(percent)) / 100n / MILLION_FEN + 1n) * MILLION_FEN;

interface Version {
  no: number;
  title: string;
  day: number;
  documentNo: string;
  reason: string | null;
  draft?: boolean;
  entries: { told: Told; chosen: boolean | null; lock?: [kind: 'in' | 'out', reason: string] }[];
}

const asks = (ground: Ground, source: string, projects: readonly Told[]): bigint => {
  const ids = new Set(projects.map(({ id }) => id));
  return ground.rows
    .of('funding_line')
    .filter((line) => line.source === source && ids.has(line.project_id as string))
    .reduce((sum, line) => sum + (line.amount as bigint), 0n);
};

async function writeVersion(client: pg.Client, ground: Ground, year: number | null, version: Version): Promise<void> {
  const { no, title, day, documentNo, reason, entries } = version;
  const [first] = entries;
  if (!first) return;
  const { county } = first.told;
  const by = ground.person('zhou.zjj1').id;
  const id = ground.next('annualPlan');
  const at = instantOf({ ground }, day - 3);
  const owner = { prefectureId: county.prefectureId, countyId: null, projectId: null, by, at };
  const file = version.draft
    ? null
    : ground.files.document(owner, {
        title: `关于印发${title}的通知`,
        number: documentNo,
        paragraphs: ['各县市人民政府、楚雄高新区管委会：现将年度实施计划印发给你们，请认真组织实施。'],
        issuer: '楚雄州住房和城乡建设局',
        date: dateOf({ ground }, day),
      });
  await client.query(
    `INSERT INTO annual_plan (id, prefecture_id, programme_year_id, no, title, weights, created_by, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      id,
      county.prefectureId,
      ground.year(year).id,
      no,
      title,
      { condition: 40, willingness: 40, mechanism: 20 },
      by,
      at,
    ],
  );
  const taken = entries.filter(({ chosen, lock }) => chosen ?? lock?.[0] === 'in').map(({ told }) => told);
  const open = entries.filter(({ chosen, lock }) => chosen === null && !lock).map(({ told }) => told);
  const counties = [...new Map(entries.map(({ told }) => [told.county.id, told.county])).values()];
  const pot = asks(ground, 'central', taken) + (asks(ground, 'central', open) * 55n) / 100n;
  const budgets = [
    [null, 'central', budgeted(pot, version.draft ? 100 : 104)],
    ...counties.map(({ id: countyId }) => {
      const own = [...taken, ...open].filter(({ county: one }) => one.id === countyId);
      return [countyId, 'local', budgeted(asks(ground, 'local', own), 105)] as const;
    }),
  ];
  for (const [countyId, source, amount] of budgets) {
    await client.query(
      'INSERT INTO annual_plan_budget (plan_id, prefecture_id, county_id, source, amount) VALUES ($1, $2, $3, $4, $5)',
      [id, county.prefectureId, countyId, source, String(amount)],
    );
  }
  let rank = 0;
  for (const { told, chosen, lock } of entries.filter(({ chosen, lock }) => chosen !== null || lock)) {
    rank += 1;
    await client.query(
      'INSERT INTO annual_plan_entry (plan_id, project_id, county_id, lock, lock_reason, chosen, rank) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [
        ...[id, told.id, told.county.id, lock?.[0] ?? null, lock?.[1] ?? null],
        ...(version.draft ? [null, null] : [chosen, rank]),
      ],
    );
  }
  for (const { id: countyId } of counties) {
    const own = taken.filter(({ county: one }) => one.id === countyId).flatMap(({ members }) => members);
    const sums = version.draft ? [null, null] : [own.length, own.reduce((sum, { homes }) => sum + homes, 0)];
    await client.query(
      'INSERT INTO county_target (plan_id, county_id, minimum, compounds, households) VALUES ($1, $2, $3, $4, $5)',
      [id, countyId, own.length > 0 ? 1 : 0, ...sums],
    );
  }
  if (version.draft) return;
  await client.query(
    `UPDATE annual_plan SET status = 'confirmed', document_no = $2, document_on = $3, file_id = $4, reason = $5, confirmed_at = $6, confirmed_by = $7, version = version + 1, updated_at = $6 WHERE id = $1`,
    [id, documentNo, dateOf({ ground }, day), file?.id, reason, instantOf({ ground }, day, '17:00'), by],
  );
}

const chosenFirst = ({ story }: Told): boolean => (story.annual ?? 'first') === 'first';
const LOCKED = '已列入年初计划并组织实施';

/** Each year's plan as confirmed, the adjustments by document, and the draft that has yet to choose among this year's applications. */
export function versionsOf(ground: Ground, year: number | null, all: readonly Told[]): Version[] {
  const applied = all.filter((told) => hasTaken(told, '5.complete'));
  const early = applied.filter(({ story }) => story.annual !== 'draft');
  const day = (date: string | number) => dayOf(date, ground.today);
  const name = `楚雄州${ground.year(year).year}年城镇老旧小区改造实施计划`;
  const first: Version = {
    ...{ no: 1, title: name, day: Math.min(...early.map(({ days }) => days.annual)), reason: null },
    documentNo: '',
    entries: early.map((told) => ({ told, chosen: chosenFirst(told) })),
  };
  first.documentNo = `楚住建城〔${dateOf({ ground }, first.day).slice(0, 4)}〕${year === null ? 4 : 20 + (year % 10)}号`;
  if (year === 2020) {
    const entries = early.map((told) => ({ told, chosen: !told.story.withdrawn }));
    const reason = '元谋县工行小区列入征收范围，退出年度计划，目标任务相应核减';
    return [
      first,
      {
        ...first,
        no: 2,
        title: `${name}（调整）`,
        day: day('2020-03-06'),
        documentNo: '楚住建城〔2020〕14号',
        reason,
        entries,
      },
    ];
  }
  if (year === 2021) {
    const entries = early.map((told) => ({ told, chosen: true }));
    const reason = '中央补助资金追加下达，增列禄丰市塑料厂宿舍及桂花花园（二期）项目';
    return [
      first,
      {
        ...first,
        no: 2,
        title: `${name}（调整）`,
        day: day('2021-04-20'),
        documentNo: '楚住建城〔2021〕19号',
        reason,
        entries,
      },
    ];
  }
  if (year !== null) return [first];
  const waiting = applied.filter(
    ({ story }) => story.annual === 'draft' && (story.application ?? 'accepted') === 'accepted',
  );
  const entries = [
    ...early.map((told) => ({ told, chosen: null, lock: ['in', LOCKED] as ['in', string] })),
    ...waiting.map((told) => ({
      ...{ told, chosen: null },
      ...(told.story.estimateOff
        ? { lock: ['out', '概算与改造方案造价不一致，核实前暂不列入'] as ['out', string] }
        : {}),
    })),
  ];
  return [first, { ...first, no: 2, title: `${name}（第二批）`, day: -4, draft: true, entries }];
}

export async function writeAnnualPlans(client: pg.Client, ground: Ground, all: readonly Told[]): Promise<void> {
  for (const year of [2019, 2020, 2021, null]) {
    const ofYear = all.filter(({ story }) => story.year === year);
    for (const version of versionsOf(ground, year, ofYear)) await writeVersion(client, ground, year, version);
  }
}
