import type { BatchDetail, CandidateAnswer, SuggestAnswer } from '@/lib/domain/funds/batch-answers';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { Locale } from '@/lib/domain/kernel/label';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitName } from '@/lib/format/unit-name';

/** What stands in a row, as text. */
export interface RowTyped {
  amount: string;
  note: string;
}
export const EMPTY_ROW: RowTyped = { amount: '', note: '' };

/** What stands in the sheet of a batch: rows by `county|project|reward`, in their order. */
export type BatchValues = Readonly<Record<string, RowTyped>>;

export const rowKey = (countyId: string, projectId: string | null, reward: boolean): string =>
  `${countyId}|${projectId ?? ''}|${reward ? 'reward' : ''}`;

export function partsOf(key: string): { countyId: string; projectId: string | null; reward: boolean } {
  const [countyId = '', projectId = '', reward = ''] = key.split('|');
  return { countyId, projectId: projectId || null, reward: reward !== '' };
}

export const valuesOf = ({ items }: Pick<BatchDetail, 'items'>): BatchValues =>
  Object.fromEntries(
    items.map(({ county, project, reward, amount, note }) => [
      rowKey(county.id, project?.id ?? null, reward),
      { amount, note: note ?? '' },
    ]),
  );

/** Sums as people write them: with thousands separated, and with spaces. */
export const plain = (text: string): string => text.replaceAll(/[,，\s]/g, '');
/** In fen; what is not a sum counts as nothing until it is one. */
export const fenTyped = (text: string | undefined): bigint => parseHundredths(plain(text ?? '')) ?? 0n;
export const sumTyped = (amounts: readonly string[]): bigint => amounts.reduce((sum, text) => sum + fenTyped(text), 0n);
export const sumOf = (values: BatchValues): bigint => sumTyped(Object.values(values).map(({ amount }) => amount));

/** In one writing: 5 and 5.00 are one sum; what is not a number stays as typed. */
const oneWriting = (text: string): string => {
  const fen = parseHundredths(plain(text));
  return plain(text) !== '' && fen !== undefined ? formatMoney(fen) : plain(text);
};

/** Two versions of a sheet are chosen between cell by cell: a row's sum under its key, its note beside it. */
const NOTE = '|note';
export const inCells = (values: BatchValues, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => [
      [key, oneWriting(values[key]?.amount ?? '')],
      [key + NOTE, values[key]?.note.trim() ?? ''],
    ]),
  );
export const ofCells = (cells: Readonly<Record<string, string>>, keys: readonly string[]): BatchValues =>
  Object.fromEntries(keys.map((key) => [key, { amount: cells[key] ?? '', note: cells[key + NOTE] ?? '' }]));
export const cellsOf = (key: string, name: string, noteOf: string) => [
  { key, label: name },
  { key: key + NOTE, label: noteOf },
];

/** What is sent: a row without a sum is none. */
export const bodyOf = (values: BatchValues) => ({
  lines: keysSent(values).map((key) => {
    const { amount, note } = values[key] ?? EMPTY_ROW;
    return { ...partsOf(key), amount: plain(amount), note: note.trim() || null };
  }),
});

/** Rows that are sent, in their order: a refusal names them by their place. */
export const keysSent = (values: BatchValues): string[] =>
  Object.keys(values).filter((key) => plain(values[key]?.amount ?? '') !== '');

/** What may be divided over projects: the total less what counties and rewards get. */
export function toShare(values: BatchValues, total: string): bigint {
  const fixed = Object.keys(values).filter((key) => partsOf(key).reward || partsOf(key).projectId === null);
  return fenTyped(total) - fixed.reduce((sum, key) => sum + fenTyped(values[key]?.amount), 0n);
}

/** Counties and rewards stay; projects get what was suggested, and keep their notes. */
export function withSuggested(values: BatchValues, { items }: Pick<SuggestAnswer, 'items'>): BatchValues {
  const kept = Object.entries(values).filter(([key]) => partsOf(key).reward || partsOf(key).projectId === null);
  return Object.fromEntries([
    ...kept,
    ...items.map(({ id, county, amount }) => {
      const key = rowKey(county.id, id, false);
      return [key, { amount, note: values[key]?.note ?? '' }];
    }),
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
  counties: readonly NamedUnit[],
  locale: Locale,
): Target {
  const { countyId, projectId } = partsOf(key);
  const candidate = projectId ? (candidates.find(({ id }) => id === projectId) ?? null) : null;
  const line = items.find((one) => one.project?.id === projectId);
  const found = counties.find(({ id }) => id === countyId);
  const county = found ? unitName(found, locale) : '';
  return { name: candidate?.name ?? (projectId ? (line?.project?.name ?? projectId) : county), county, candidate };
}
