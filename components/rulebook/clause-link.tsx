import { TextLink } from '@/components/ui/text-link';
import type { RulebookClause } from '@/lib/domain/rulebook/schema';

/** An id as an anchor: P三(三)1/范围 has a slash, which a fragment may keep. */
export const anchorOf = (id: string): string => `clause-${id}`;

/** The clause that an entry comes from; leads to its sentence on the same page. */
export function ClauseLink({ id, clauses }: { id: string; clauses: readonly RulebookClause[] }) {
  const found = clauses.find((one) => one.id === id);
  return (
    <TextLink href={`#${encodeURIComponent(anchorOf(id))}`} title={found?.text} className="text-xs whitespace-nowrap">
      {found?.clause ?? id}
    </TextLink>
  );
}
