import { formatMoney, type Money } from '../kernel/money';
import { placeKey } from '../projects/completions';
import { percentOf } from './percent';
import type { ItemProgress, PlannedWork, ReportContent } from './types';

/** What is sent, with the names as they were: readable and provable years later, whatever is renamed. Sums: yuan as text, and fen. */
export interface Sending {
  project: string;
  name: string;
  month: string;
  stage: number;
  investment: string;
  investmentFen: string;
  people: number;
  problems: string | null;
  percentBp: number;
  items: (ItemProgress & { name: string })[];
  photos: { fileId: string; sha256: string }[];
}

interface SentWith {
  project: { code: string; name: string };
  month: string;
  planned: readonly PlannedWork[];
  photos: Sending['photos'];
}

export function sendingOf(content: ReportContent, { project, month, planned, photos }: SentWith): Sending {
  const names = new Map(planned.map((work) => [placeKey(work), work.name]));
  return {
    project: project.code,
    name: project.name,
    month,
    stage: content.stage,
    investment: formatMoney(content.investment),
    investmentFen: String(content.investment),
    people: content.people,
    problems: content.problems,
    percentBp: percentOf(planned, content.items),
    items: content.items.map((one) => ({ ...one, name: names.get(placeKey(one)) ?? one.item })),
    photos,
  };
}

/** The content again, as it was sent. */
export const contentOf = (sending: Sending): ReportContent => ({
  stage: sending.stage,
  investment: BigInt(sending.investmentFen) as Money,
  people: sending.people,
  problems: sending.problems,
  items: sending.items.map(({ compoundId, buildingId, item, percent, backReason }) => ({
    ...{ compoundId, buildingId, item, percent, backReason },
  })),
  photos: sending.photos.map(({ fileId }) => fileId),
});

/** What a month begins with: last month's percentages, what was registered complete at 100, and nothing spent yet. */
export function begun(
  stage: number,
  planned: readonly PlannedWork[],
  last: ReportContent | null,
  completed: ReadonlySet<string>,
): ReportContent {
  const before = new Map(last?.items.map((one) => [placeKey(one), one.percent]));
  return {
    stage,
    investment: 0n,
    people: last?.people ?? 0,
    problems: null,
    photos: [],
    items: planned.map((work) => {
      const { compoundId, buildingId, item } = work;
      const key = placeKey(work);
      return {
        compoundId,
        buildingId,
        item,
        percent: completed.has(key) ? 100 : (before.get(key) ?? 0),
        backReason: null,
      };
    }),
  };
}

/** Items that were planned since the draft was begun come in; those no longer planned fall out; what was registered complete is complete. */
export function upToDate(content: ReportContent, fresh: ReportContent, completed: ReadonlySet<string>): ReportContent {
  const kept = new Map(content.items.map((one) => [placeKey(one), one]));
  return {
    ...content,
    stage: fresh.stage,
    items: fresh.items.map((one) => {
      const written = kept.get(placeKey(one));
      return written ? { ...written, percent: completed.has(placeKey(one)) ? 100 : written.percent } : one;
    }),
  };
}
