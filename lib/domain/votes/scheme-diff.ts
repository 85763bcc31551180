import type { SchemeView } from './answers';

export const SCHEME_FIELDS = ['title', 'estimate', 'ownersShare', 'shareRule', 'note'] as const;
export type SchemeField = (typeof SCHEME_FIELDS)[number];

export type SchemeDifference =
  | { of: 'field'; field: SchemeField; before: string | null; after: string | null }
  | { of: 'summary' | 'file'; part: string; before: string | null; after: string | null };

type Compared = Pick<SchemeView, SchemeField | 'parts'>;

/** What one version says otherwise than the one before it. A file is another when its bytes are, whatever its name. */
export function schemeDifferences(before: Compared, after: Compared, parts: readonly string[]): SchemeDifference[] {
  const fields = SCHEME_FIELDS.filter((field) => before[field] !== after[field]).map(
    (field): SchemeDifference => ({ of: 'field', field, before: before[field], after: after[field] }),
  );
  const within = parts.flatMap((part): SchemeDifference[] => {
    const [was, is] = [before, after].map((one) => one.parts.find((found) => found.part === part));
    const said = (was?.summary ?? null) !== (is?.summary ?? null);
    const filed = (was?.sha256 ?? null) !== (is?.sha256 ?? null);
    return [
      ...(said ? [{ of: 'summary' as const, part, before: was?.summary ?? null, after: is?.summary ?? null }] : []),
      ...(filed ? [{ of: 'file' as const, part, before: was?.fileName ?? null, after: is?.fileName ?? null }] : []),
    ];
  });
  return [...fields, ...within];
}
