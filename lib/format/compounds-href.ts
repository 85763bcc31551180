import type { CompoundListQuery } from '@/lib/domain/compounds/list-query';

type Filters = Partial<Record<Exclude<keyof CompoundListQuery, 'cursor'>, string | number | null>>;

/** The list of compounds, filtered: what a figure is the sum of. */
export function compoundsHref(filters: Filters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `/compounds?${text}` : '/compounds';
}
