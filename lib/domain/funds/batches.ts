import type { CalendarDate } from '../kernel/calendar-date';
import { formatMoney, type Money, sumMoney } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import type { ProjectStatus } from '../projects/types';
import { ledgerRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { FundingSource } from '../rulebook/schema-funding';
import type { Pot } from './types';

export const BATCH_STATES = ['draft', 'issued'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** A document by which money goes out, beside what else is there. Fen. */
export interface BatchFacts {
  status: BatchState;
  documentOn: CalendarDate;
  today: CalendarDate;
  /** another batch has this number, source, kind and purpose */
  documentUsed: boolean;
  pot: Pot;
  total: Money;
  rulebook: Rulebook;
}

/** What a line gives, and to whom. `project` null: to the county's pool. */
export interface BatchLine {
  countyId: string;
  project: { id: string; name: string; countyId: string; yearId: string; status: ProjectStatus } | null;
  reward: boolean;
  amount: Money;
}

/** 州级绩效奖励 (P四(二)2): whatever the batch is of, a reward is local money of this kind. */
export const REWARD = { source: 'local', kind: 'reward' } as const satisfies { source: FundingSource; kind: string };

/** The pot that a line is posted in. */
export const potOfLine = (pot: Pot, reward: boolean): Pot => (reward ? { ...pot, ...REWARD } : pot);

/** A draft is worked on; what was issued stays, and is taken back line by line. */
export const againstChanging = ({ status }: Pick<BatchFacts, 'status'>): Reason[] =>
  status === 'issued' ? [reason('batch.issued')] : [];

/** P三(三)4: only what comes through the prefecture is allocated by its document. */
function potReasons({ rulebook, pot: { source, kind, earmark } }: BatchFacts): Reason[] {
  const known = rulebook.funding.sources.find(({ code }) => code === source);
  const { throughPrefecture, earmarks } = ledgerRulesOf(rulebook);
  const through = throughPrefecture.filter((one) => one.source === source);
  const isKind = known && (known.kinds.length === 0 ? kind === '' : known.kinds.some(({ code }) => code === kind));
  const isTheirs = batchMoney(rulebook).some((one) => one.source === source && one.kind === kind);
  const name = { source: known?.name ?? source, sourceEn: known?.nameEn ?? source };
  const clause = through[0]?.clause ?? throughPrefecture[0]?.clause;
  return [
    ...(isKind ? [] : [reason('batch.kindUnknown', name, { field: 'kind', clause: known?.clause })]),
    ...(isKind && !isTheirs ? [reason('batch.notThroughPrefecture', name, { field: 'source', clause })] : []),
    ...(earmarks.some(({ code }) => code === earmark)
      ? []
      : [reason('fund.earmarkUnknown', { found: earmark }, { field: 'earmark' })]),
  ];
}

/** The money that a batch can be of, in the order of the rule book. */
export function batchMoney(rulebook: Rulebook): Pick<Pot, 'source' | 'kind'>[] {
  const { throughPrefecture } = ledgerRulesOf(rulebook);
  return rulebook.funding.sources.flatMap(({ code: source, kinds }) => {
    const through = throughPrefecture.filter((one) => one.source === source);
    const all = kinds.length === 0 ? [''] : kinds.map(({ code }) => code);
    return all
      .filter((kind) => through.some((one) => one.kinds.length === 0 || one.kinds.includes(kind)))
      .map((kind) => ({ source, kind }));
  });
}

/** The document by itself. */
export function documentReasons(facts: BatchFacts): Reason[] {
  const { documentOn, today, documentUsed } = facts;
  return [
    ...(documentOn > today
      ? [reason('batch.documentInFuture', { found: documentOn, expected: today }, { field: 'documentOn' })]
      : []),
    ...(documentUsed ? [reason('batch.documentTwice', undefined, { field: 'documentNo' })] : []),
    ...potReasons(facts),
  ];
}

const lineKey = ({ countyId, project, reward }: BatchLine) => `${countyId}/${project?.id ?? ''}/${reward}`;

/** The lines by themselves, each named by its place: a sum above 0; a project of the county and the year, not withdrawn; each once. */
export function lineReasons(lines: readonly BatchLine[], yearId: string): Reason[] {
  const seen = new Set<string>();
  return lines.flatMap((line, at) => {
    const { project, countyId, amount } = line;
    const where = (field: string) => ({ field: `lines.${at}.${field}` });
    const twice = seen.has(lineKey(line));
    seen.add(lineKey(line));
    const name = project?.name ?? '';
    return [
      ...(amount > 0n ? [] : [reason('batch.lineNotAbove', { row: at + 1 }, where('amount'))]),
      ...(twice ? [reason('batch.lineTwice', { row: at + 1 }, where('projectId'))] : []),
      ...(project && project.countyId !== countyId
        ? [reason('batch.projectElsewhere', { row: at + 1, name }, where('projectId'))]
        : []),
      ...(project && project.yearId !== yearId
        ? [reason('batch.otherYear', { row: at + 1, name }, where('projectId'))]
        : []),
      ...(project?.status === 'withdrawn'
        ? [reason('batch.withdrawn', { row: at + 1, name }, where('projectId'))]
        : []),
    ];
  });
}

/** The lines make the total, to the fen. */
export function totalReasons(total: Money, lines: readonly Pick<BatchLine, 'amount'>[]): Reason[] {
  const sum = sumMoney(lines.map(({ amount }) => amount));
  if (lines.length === 0) return [reason('batch.noLines')];
  const found = { sum: formatMoney(sum), total: formatMoney(total) };
  if (sum < total) return [reason('batch.short', { ...found, rest: formatMoney(total - sum) })];
  return sum > total ? [reason('batch.over', { ...found, rest: formatMoney(sum - total) })] : [];
}

/** All that speaks against issuing. `usedVouchers`: numbers that stand in the county's books already. */
export function issueReasons(
  facts: BatchFacts,
  lines: readonly BatchLine[],
  { yearId, usedVouchers }: { yearId: string; usedVouchers: readonly string[] },
): Reason[] {
  if (facts.status === 'issued') return [reason('batch.issuedAlready')];
  return [
    ...documentReasons(facts),
    ...totalReasons(facts.total, lines),
    ...lineReasons(lines, yearId),
    ...usedVouchers.map((found) => reason('fund.voucherUsed', { found })),
  ];
}

/** Each line's number in the books: 文号-1, 文号-2 …, after those of the same document that were issued before. */
export const voucherOf = (documentNo: string, before: number, at: number): string => `${documentNo}-${before + at + 1}`;
