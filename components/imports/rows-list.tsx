'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import { DiffList } from '@/components/ui/diff-list';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { ListSkeleton } from '@/components/ui/skeleton';
import { importPath } from '@/lib/client/imports';
import { usePages } from '@/lib/client/use-pages';
import type { ImportCounts, ImportRowLine } from '@/lib/domain/imports/answers';
import type { RowAction } from '@/lib/domain/imports/plan';
import { countsOf } from './counts';
import { PageTurner } from './page-turner';
import { ListProblem } from './problem-view';
import { RowCard } from './row-card';
import { type FacilityName, useFields } from './use-fields';

type Props = { id: string; action: RowAction; counts: ImportCounts; facilities: readonly FacilityName[] };

/** The rows that an import adds, changes or leaves as they are. */
export function RowsList({ id, action, counts, facilities }: Props) {
  const t = useTranslations('imports');
  const counted = countsOf(counts, action);
  const wanted = useSearchParams().get('entity');
  const entity = counted.find((one) => one.entity === wanted)?.entity;
  const query = new URLSearchParams({ action, ...(entity && { entity }) });
  const { page, problem, again, ...turn } = usePages<ImportRowLine>(importPath(id, `/rows?${query}`));
  const name = t(`action.${action}`);
  return (
    <>
      {counted.length > 1 && (
        <div className="mb-3">
          <FilterSelect
            name="entity"
            label={t('rows.entities')}
            options={counted.map(({ entity: value, count }) => ({
              value,
              label: `${t(`entity.${value}`)} ${count.toLocaleString('en')}`,
            }))}
          />
        </div>
      )}
      {problem && <ListProblem problem={problem} again={again} />}
      {!problem && !page && <ListSkeleton rows={5} />}
      {!problem && page && (
        <>
          <ul
            aria-label={t('rows.caption', { action: name })}
            className="divide-y divide-line rounded-lg border border-line bg-surface"
          >
            {page.items.map((row) => (
              <RowCard key={`${row.entity}-${row.rowNo}`} row={row}>
                <RowContent row={row} facilities={facilities} />
              </RowCard>
            ))}
            {page.items.length === 0 && (
              <li>
                <EmptyState title={t('rows.empty', { action: name })} />
              </li>
            )}
          </ul>
          <PageTurner {...turn} total={page.total} />
        </>
      )}
    </>
  );
}

function RowContent({ row, facilities }: { row: ImportRowLine; facilities: readonly FacilityName[] }) {
  const t = useTranslations('imports.rows');
  const { label, show } = useFields(facilities);
  if (row.action === 'unchanged') return null;
  if (row.changes.length > 0) {
    return (
      <DiffList
        differences={row.changes.map((change) => ({
          field: change.cell ? `${label(row.entity, change.field)} ${change.cell}` : label(row.entity, change.field),
          before: show(row.entity, change.field, change.old),
          after: show(row.entity, change.field, change.new),
        }))}
      />
    );
  }
  const facts = Object.entries(row.values).flatMap(([field, value]) => {
    const text = show(row.entity, field, value);
    return text === null ? [] : [{ term: label(row.entity, field), value: text }];
  });
  if (facts.length === 0) return <p className="text-sm text-ink-3">{t('noContent')}</p>;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer rounded-sm text-accent-ink pointer-coarse:py-2">{t('expand')}</summary>
      <div className="mt-2 rounded-md bg-sunken p-3">
        <DefinitionList items={facts} columns={4} />
      </div>
    </details>
  );
}
