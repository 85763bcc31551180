import 'server-only';
import { type EntryAnswer, entryAnswer, type PlanAnswer, type PlanDetail, whyView } from '@/lib/domain/annual/answers';
import { choose } from '@/lib/domain/annual/choose';
import type { BudgetRow, Outcome } from '@/lib/domain/annual/types';
import { formatHundredths, parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import {
  budgetRows,
  counties,
  type EntryRow,
  entryRows,
  formerPlan,
  onePlan,
  type TargetRow,
  targetRows,
} from './plan-rows';
import { type RankedCandidate, rankedOf, rankedView, seesWhole } from './ranking';
import { type Year, yearOf } from './year';

/** All that a draft is computed from. */
export interface Draft {
  year: Year;
  ranked: RankedCandidate[];
  budgets: BudgetRow[];
  entries: EntryRow[];
  targets: TargetRow[];
}

export async function draftOf(reader: Reader, actor: Actor, plan: PlanAnswer): Promise<Draft | null> {
  const year = await yearOf(reader, actor, plan.year);
  if (!year) return null;
  return {
    year,
    ranked: await rankedOf(reader, actor, year),
    budgets: await budgetRows(reader, plan.id),
    entries: await entryRows(reader, plan.id),
    targets: await targetRows(reader, plan.id),
  };
}

/** The choice of a draft as it stands, or with other budgets and minimum. */
export function outcomeOf(
  { ranked, budgets, entries, targets }: Draft,
  other: { budgets?: BudgetRow[]; minimum?: ReadonlyMap<string, number> } = {},
): Outcome {
  const locks = new Map(entries.map(({ projectId, lock }) => [projectId, lock]));
  return choose({
    candidates: ranked.map(({ candidate: { id, county, asks } }) => ({
      id,
      countyId: county.id,
      asks,
      lock: locks.get(id) ?? null,
    })),
    budgets: other.budgets ?? budgets,
    minimum: other.minimum ?? new Map(targets.map(({ countyId, minimum }) => [countyId, minimum])),
  });
}

/** An entry of a draft, as it is now; frozen with the plan when it is confirmed. */
export function entriesOf(draft: Draft, outcome: Outcome | null): EntryAnswer[] {
  const locks = new Map(draft.entries.map((one) => [one.projectId, one]));
  const verdicts = new Map(outcome?.verdicts.map((one) => [one.id, one]));
  return draft.ranked.map((one): EntryAnswer => {
    const locked = locks.get(one.ranked.id);
    const verdict = verdicts.get(one.ranked.id);
    return {
      ...rankedView(one, outcome !== null),
      lock: locked?.lock ?? null,
      lockReason: locked?.lockReason ?? null,
      verdict: verdict ? whyView(verdict) : null,
    };
  });
}

/** What was decided, as it was decided. */
const frozenEntry = ({ score, why, lock, lockReason }: EntryRow): EntryAnswer[] => {
  if (typeof score !== 'object' || score === null) return [];
  const parsed = entryAnswer.safeParse({ ...score, verdict: why, lock, lockReason });
  return parsed.success ? [parsed.data] : [];
};

function perCounty(all: readonly NamedUnit[], entries: readonly EntryAnswer[], targets: TargetRow[]) {
  const minimum = new Map(targets.map((one) => [one.countyId, one.minimum]));
  return all.map(({ id, name, nameEn }) => {
    const chosen = entries.filter(({ county, verdict }) => county.id === id && verdict?.chosen);
    return {
      id,
      name,
      nameEn,
      minimum: minimum.get(id) ?? 0,
      chosen: chosen.length,
      compounds: chosen.reduce((sum, { project }) => sum + project.compounds, 0),
      households: chosen.reduce((sum, { project }) => sum + project.households, 0),
    };
  });
}

/** Money that was drawn, of a confirmed plan: from what its chosen ones asked, computed again over what was frozen. */
function frozenOutcome(entries: readonly EntryAnswer[], budgets: BudgetRow[]): Outcome {
  return choose({
    candidates: entries
      .filter(({ verdict }) => verdict?.chosen)
      .map(({ project, county, asks }) => ({
        id: project.id,
        countyId: county.id,
        asks: Object.fromEntries(asks.map(({ source, amount }) => [source, parseHundredths(amount) ?? 0n])),
        lock: null,
      })),
    budgets,
    minimum: new Map(),
  });
}

const nameOf = ({ project: { id, code, name } }: EntryAnswer) => ({ id, code, name });

async function changesSince(reader: Reader, actor: Actor, plan: PlanAnswer, entries: readonly EntryAnswer[]) {
  const former = await formerPlan(reader, actor, plan);
  if (!former) return null;
  const was = (await entryRows(reader, former.id)).flatMap(frozenEntry).filter(({ verdict }) => verdict?.chosen);
  const is = entries.filter(({ verdict }) => verdict?.chosen);
  const [before, after] = [new Set(was.map((one) => one.project.id)), new Set(is.map((one) => one.project.id))];
  return {
    id: former.id,
    no: former.no,
    comesIn: is.filter(({ project }) => !before.has(project.id)).map(nameOf),
    fallsOut: was.filter(({ project }) => !after.has(project.id)).map(nameOf),
  };
}

export async function planDetail(reader: Reader, actor: Actor, id: string): Promise<PlanDetail | null> {
  const plan = await onePlan(reader, actor, id);
  const draft = plan && (await draftOf(reader, actor, plan));
  if (!plan || !draft) return null;
  const whole = seesWhole(actor);
  const isDraft = plan.status === 'draft';
  const live = isDraft && whole ? outcomeOf(draft) : null;
  const entries = isDraft ? entriesOf(draft, live) : draft.entries.flatMap(frozenEntry);
  const money = live ?? (whole ? frozenOutcome(entries, draft.budgets) : null);
  const used = new Map(money?.drawn.map((row) => [`${row.countyId} ${row.source}`, row.used]));
  return {
    ...plan,
    weights: isDraft ? draft.year.weights : plan.weights,
    whole,
    entries,
    budgets: draft.budgets.map(({ countyId, source, amount }) => {
      const drawn = used.get(`${countyId} ${source}`);
      return {
        countyId,
        source,
        amount: formatHundredths(amount),
        used: drawn === undefined ? null : formatHundredths(drawn),
      };
    }),
    unlimited: (money?.unlimited ?? []).map((row) => ({ ...row, used: formatHundredths(row.used) })),
    counties: perCounty(await counties(reader, actor), entries, draft.targets),
    lockShort: live?.lockShort ?? [],
    minimumShort: live?.minimumShort.map(({ countyId }) => countyId) ?? [],
    sources: draft.year.rulebook.funding.sources.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    former: whole || !isDraft ? await changesSince(reader, actor, plan, entries) : null,
  };
}
