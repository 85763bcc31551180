import type { BatchDetail, CandidateAnswer, SuggestAnswer } from '@/lib/domain/funds/batch-answers';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney } from '@/lib/domain/kernel/money';

/** What stands in the sheet of a batch: amounts as text by `county|project|reward`, in the order of the rows. */
export type BatchValues = Readonly<Record<string, string>>;

export const rowKey = (countyId: string, projectId: string | null, reward: boolean): string =>
  `${countyId}|${projectId ?? ''}|${reward ? 'reward' : ''}`;

export function partsOf(key: string): { countyId: string; projectId: string | null; reward: boolean } {
  const [countyId = '', projectId = '', reward = ''] = key.split('|');
  return { countyId, projectId: projectId || null, reward: reward !== '' };
}

export const valuesOf = ({ items }: Pick<BatchDetail, 'items'>): BatchValues =>
  Object.fromEntries(items.map((line) => [rowKey(line.county.id, line.project?.id ?? null, line.reward), line.amount]));

/** Sums as people write them: with thousands separated, and with spaces. */
export const plain = (text: string): string => text.replaceAll(/[,，\s]/g, '');
/** In fen; what is not a sum counts as nothing until it is one. */
export const fenTyped = (text: string | undefined): bigint => parseHundredths(plain(text ?? '')) ?? 0n;
export const sumTyped = (values: BatchValues): bigint =>
  Object.values(values).reduce((sum, text) => sum + fenTyped(text), 0n);

/** In one writing: 5 and 5.00 are one sum; what is not a number stays as typed. */
const oneWriting = (text: string): string => {
  const fen = parseHundredths(plain(text));
  return plain(text) !== '' && fen !== undefined ? formatMoney(fen) : plain(text);
};
export const inOneWriting = (values: BatchValues): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, text]) => [key, oneWriting(text)]));

/** What is sent: an empty row is none. Notes stay with their line. */
export function bodyOf(values: BatchValues, { items }: Pick<BatchDetail, 'items'>) {
  const notes = new Map(
    items.map((line) => [rowKey(line.county.id, line.project?.id ?? null, line.reward), line.note]),
  );
  const keys = keysSent(values);
  return {
    lines: keys.map((key) => ({ ...partsOf(key), amount: plain(values[key] ?? ''), note: notes.get(key) ?? null })),
  };
}

/** Rows that are sent, in their order: a refusal names them by their place. */
export const keysSent = (values: BatchValues): string[] =>
  Object.keys(values).filter((key) => plain(values[key] ?? '') !== '');

/** What may be divided over projects: the total less what counties and rewards get. */
export function toShare(values: BatchValues, total: string): bigint {
  const fixed = Object.keys(values).filter((key) => partsOf(key).reward || partsOf(key).projectId === null);
  return fenTyped(total) - fixed.reduce((sum, key) => sum + fenTyped(values[key]), 0n);
}

/** Counties and rewards stay; projects get what was suggested. */
export function withSuggested(values: BatchValues, { items }: Pick<SuggestAnswer, 'items'>): BatchValues {
  const kept = Object.entries(values).filter(([key]) => partsOf(key).reward || partsOf(key).projectId === null);
  return Object.fromEntries([
    ...kept,
    ...items.map(({ id, county, amount }) => [rowKey(county.id, id, false), amount]),
  ]);
}

export interface Target {
  name: string;
  county: string;
  candidate: CandidateAnswer | null;
}

/** How a row is called: by the project, or the county that gets it. */
export function targetOf(
  key: string,
  { items }: Pick<BatchDetail, 'items'>,
  candidates: readonly CandidateAnswer[],
  counties: readonly { id: string; name: string }[],
): Target {
  const { countyId, projectId } = partsOf(key);
  const candidate = projectId ? (candidates.find(({ id }) => id === projectId) ?? null) : null;
  const line = items.find((one) => one.project?.id === projectId);
  const county = counties.find(({ id }) => id === countyId)?.name ?? '';
  return { name: candidate?.name ?? (projectId ? (line?.project?.name ?? projectId) : county), county, candidate };
}
