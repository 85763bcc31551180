import { useTranslations } from 'next-intl';
import type { ImportCounts } from '@/lib/domain/imports/answers';
import { countsOf, type EntityCount, totalOf } from './counts';

/** What an import does, in words: 新增 12 个小区、3 栋楼，修改 3 个小区. */
export function useCounted() {
  const t = useTranslations('imports');
  const items = (counted: EntityCount[]) =>
    counted.map(({ entity, count }) => t(`countOf.${entity}`, { count })).join(t('preview.join'));
  /** `decided`: conflicts are no longer a question. */
  const parts = (counts: ImportCounts, decided = false): string => {
    const added = countsOf(counts, 'new');
    const changed = countsOf(counts, 'changed');
    const settled = decided ? totalOf(counts, 'conflict') : 0;
    return [
      added.length > 0 && t('preview.willNew', { items: items(added) }),
      changed.length > 0 && t('preview.willChanged', { items: items(changed) }),
      settled > 0 && t('preview.willSettle', { count: settled }),
    ]
      .filter(Boolean)
      .join(t('preview.joinParts'));
  };
  const kept = (counts: ImportCounts): string => {
    const unchanged = countsOf(counts, 'unchanged');
    return unchanged.length > 0 ? t('preview.willKept', { items: items(unchanged) }) : '';
  };
  return { parts, kept };
}
