'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Select } from '@/components/ui/select';
import type { Tone } from '@/components/ui/tone';
import type { ImportMapping, SheetProposal } from '@/lib/domain/imports/answers';
import { mappableFields } from '@/lib/domain/imports/fields';
import { labelIn } from '@/lib/domain/kernel/label';
import { columnLetter, leadsTo, type MappedColumn, withField, withUnit } from './mapping-state';

type Props = { sheet: SheetProposal; mapping: ImportMapping; onChange: (mapping: ImportMapping) => void };
type Line = SheetProposal['columns'][number] & { chosen: MappedColumn };
type Unit = NonNullable<MappedColumn['unit']>;

const TONES: Record<Line['confidence'], Tone> = { certain: 'green', likely: 'amber', none: 'neutral' };
const UNITS: Record<string, readonly Unit[]> = { area: ['m2', 'wan-m2'], money: ['yuan', 'wan'] };

/** Each column of the file, what stands in it, and what it is taken for. */
export function MappingTable({ sheet, mapping, onChange }: Props) {
  const t = useTranslations('imports.mapping');
  const locale = useLocale();
  const fields = mappableFields();
  const options = fields.map((spec) => ({ value: spec.field, label: labelIn(spec.label, locale) }));
  const lines = sheet.columns.flatMap((column): Line[] => {
    const chosen = mapping.columns.find((one) => one.column === column.column);
    return chosen ? [{ ...column, chosen }] : [];
  });
  const unitsOf = ({ chosen }: Line) => UNITS[fields.find((spec) => spec.field === chosen.field)?.kind ?? ''];
  const columns: Column<Line>[] = [
    {
      key: 'header',
      header: t('header'),
      primary: true,
      cell: (line) => (
        <span className="font-medium">
          <span className="mr-2 inline-block min-w-6 text-ink-3">{columnLetter(line.column)}</span>
          {line.header || t('noHeader')}
        </span>
      ),
    },
    {
      key: 'samples',
      header: t('samples'),
      className: 'text-ink-2 sm:max-w-80',
      cell: (line) => <span className="line-clamp-2">{line.samples.join(' / ')}</span>,
    },
    {
      key: 'field',
      header: t('field'),
      className: 'sm:min-w-52',
      cell: (line) => (
        <Select
          aria-label={`${line.header}: ${t('field')}`}
          placeholder={t('ignore')}
          options={options}
          value={line.chosen.field ?? ''}
          onChange={(event) => onChange(withField(mapping, line.column, event.target.value || null))}
        />
      ),
    },
    {
      key: 'unit',
      header: t('unit'),
      cell: (line) => {
        const units = unitsOf(line);
        return units ? (
          <Select
            aria-label={`${line.header}: ${t('unit')}`}
            options={units.map((value) => ({ value, label: t(`units.${value}`) }))}
            value={line.chosen.unit ?? units[0]}
            onChange={(event) => onChange(withUnit(mapping, line.column, event.target.value as Unit))}
          />
        ) : null;
      },
    },
    {
      key: 'sure',
      header: t('sure'),
      className: 'whitespace-nowrap',
      cell: (line) => <Sureness line={line} />,
    },
  ];
  return (
    <DataTable caption={t('caption')} columns={columns} rows={lines} rowKey={(line) => String(line.column)} empty="" />
  );
}

function Sureness({ line }: { line: Line }) {
  const t = useTranslations('imports.mapping');
  const proposed = leadsTo(line.field);
  if (line.chosen.field !== proposed) return <Badge tone="accent">{t('chosen')}</Badge>;
  if (proposed === null && line.confidence !== 'none') return null;
  return <Badge tone={TONES[line.confidence]}>{t(line.confidence)}</Badge>;
}
