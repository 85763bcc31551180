import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { itemNames, remarkField } from '@/lib/domain/progress/filled';
import { placeKey } from '@/lib/domain/projects/completions';
import { groupThousands } from '@/lib/format/number';

export interface Difference {
  /** what a remark on it names */
  field: string;
  name: string;
  before: string;
  after: string;
  note: string | null;
}

/** What a reviewer looks at, as lines: plain fields, then items, then pictures. */
export function differenceLines(
  { differences, planned }: Pick<ReportAnswer, 'differences' | 'planned'>,
  names: Readonly<Record<string, string>>,
  t: (key: 'stage' | 'investment' | 'people' | 'problems' | 'photos') => string,
): Difference[] {
  const named = itemNames(planned, names);
  const shown = (field: string, value: string | null) =>
    value === null ? '—' : field === 'investment' ? groupThousands(value) : value;
  return [
    ...differences.fields.map(({ field, before, after }) => ({
      ...{ field, name: t(field), before: shown(field, before), after: shown(field, after), note: null },
    })),
    ...differences.items.map(({ place, before, after, backReason }) => ({
      ...{ field: remarkField(place), name: named.get(placeKey(place)) ?? place.item },
      ...{ before: before === null ? '—' : `${before}%`, after: `${after}%`, note: backReason },
    })),
    ...(differences.photos.length > 0
      ? [{ field: 'photos', name: t('photos'), before: '', after: `+${differences.photos.length}`, note: null }]
      : []),
  ];
}

/** Only what is said otherwise than in the last accepted report. */
export function DifferencesTable({ lines }: { lines: readonly Difference[] }) {
  const t = useTranslations('progress.review');
  return (
    <DataTable
      caption={t('title')}
      rows={lines}
      rowKey={({ field }) => field}
      empty={<EmptyState title={t('nothing')} />}
      columns={[
        { key: 'name', header: t('field'), primary: true, cell: ({ name }) => name },
        { key: 'before', header: t('before'), align: 'right', cell: ({ before }) => before },
        {
          key: 'after',
          header: t('after'),
          align: 'right',
          cell: ({ after, note }) => (
            <>
              {after}
              {note && <span className="block text-ink-3">{t('back', { reason: note })}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
