import { placeKey } from '@/lib/domain/projects/completions';

const PLAIN = ['stage', 'investment', 'people', 'problems', 'photos', 'items'] as const;
export type RemarkWord = (typeof PLAIN)[number] | 'other';

/** What a remark is about, in words: 'items.<compound>.<building>.<item>', a field, or something else. */
export function remarkName(
  field: string,
  named: ReadonlyMap<string, string>,
  word: (key: RemarkWord) => string,
): string {
  const [head, compoundId = '', building = '-', item = ''] = field.split('.');
  if (head === 'items' && item)
    return named.get(placeKey({ compoundId, buildingId: building === '-' ? null : building, item })) ?? item;
  return word(PLAIN.find((one) => one === field) ?? 'other');
}
