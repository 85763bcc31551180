'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { ListSkeleton } from '@/components/ui/skeleton';
import type { Tone } from '@/components/ui/tone';
import { importPath } from '@/lib/client/imports';
import { usePages } from '@/lib/client/use-pages';
import type { FindingLevel, ImportFindingLine } from '@/lib/domain/imports/answers';
import { type FindingParts, findingParts } from './finding-parts';
import { PageTurner } from './page-turner';
import { ListProblem } from './problem-view';

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'info'];
const TONES: Record<FindingLevel, Tone> = { error: 'red', warning: 'amber', info: 'neutral' };
type Line = ImportFindingLine & { parts: FindingParts };

/** Every problem at its cell: what stands there, what was expected, how to put it right. */
export function FindingsTable({ id, sheets }: { id: string; sheets: readonly string[] }) {
  const t = useTranslations('imports.findings');
  const params = useSearchParams();
  const level = LEVELS.find((one) => one === params.get('level'));
  const sheet = sheets.find((one) => one === params.get('sheet'));
  const query = new URLSearchParams({ ...(level && { level }), ...(sheet && { sheet }) });
  const { page, problem, again, ...turn } = usePages<ImportFindingLine>(importPath(id, `/findings?${query}`), 100);
  const lines = page?.items.map((item) => ({ ...item, parts: findingParts(item.message, item.params.found) }));
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-2">
        <FilterSelect
          name="level"
          label={t('allLevels')}
          options={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))}
        />
        {sheets.length > 1 && (
          <FilterSelect
            name="sheet"
            label={t('allSheets')}
            options={sheets.map((value) => ({ value, label: value }))}
          />
        )}
      </div>
      {problem && <ListProblem problem={problem} again={again} />}
      {!problem && !lines && <ListSkeleton rows={5} />}
      {!problem && lines && (
        <>
          <DataTable
            caption={t('caption')}
            columns={columnsOf(t)}
            rows={lines}
            rowKey={(line) => String(line.seq)}
            empty={
              level || sheet ? (
                <EmptyState title={t('emptyFiltered')} />
              ) : (
                <EmptyState title={t('empty')} description={t('emptyText')} />
              )
            }
          />
          <PageTurner {...turn} total={page?.total ?? 0} />
        </>
      )}
    </>
  );
}

function columnsOf(t: ReturnType<typeof useTranslations<'imports.findings'>>): Column<Line>[] {
  const place = (line: Line) => line.cell ?? (line.rowNo === null ? t('wholeFile') : t('row', { row: line.rowNo }));
  return [
    {
      key: 'cell',
      header: t('cell'),
      primary: true,
      className: 'whitespace-nowrap',
      cell: (line) => <span className="font-medium">{place(line)}</span>,
    },
    { key: 'sheet', header: t('sheet'), className: 'whitespace-nowrap', cell: (line) => line.sheet },
    {
      key: 'level',
      header: t('level'),
      cell: (line) => <Badge tone={TONES[line.level]}>{t(`levels.${line.level}`)}</Badge>,
    },
    {
      key: 'found',
      header: t('found'),
      className: 'sm:max-w-56',
      cell: ({ parts }) => parts.found && <span className="rounded-sm bg-sunken px-1 break-words">{parts.found}</span>,
    },
    { key: 'problem', header: t('problem'), className: 'sm:min-w-44', cell: ({ parts }) => parts.problem },
    { key: 'fix', header: t('fix'), className: 'sm:min-w-64', cell: ({ parts }) => parts.fix },
  ];
}
