import type { SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { compoundsHref } from '@/lib/format/compounds-href';

type Filters = Parameters<typeof compoundsHref>[0];

/**
 * Links to the rows behind a figure, within the territory of the dashboard. Undefined where the reader may not open lists (leaders),
 * and for the frozen figures of an old year: the list shows what stands now.
 */
export function rowsOf({ unit, frozen }: Pick<SurveyDashboard, 'unit' | 'frozen'>, mayOpen: boolean) {
  const own: Filters = unit.level === 'prefecture' ? {} : { [unit.level]: unit.id };
  return (filters: Filters = {}): string | undefined =>
    mayOpen && !frozen ? compoundsHref({ ...own, ...filters }) : undefined;
}

export type RowsOf = ReturnType<typeof rowsOf>;
