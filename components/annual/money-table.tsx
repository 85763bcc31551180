'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import type { PlanDetail } from '@/lib/domain/annual/answers';
import type { NamedUnit } from '@/lib/domain/units/named';
import { groupThousands } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { keyOf, MINIMUM, type MoneyValues, POT } from './money-values';

type Props = {
  counties: readonly NamedUnit[];
  sources: PlanDetail['sources'];
  values: MoneyValues;
  onChange?: (values: MoneyValues) => void;
};

/** Counties by sources, the prefecture's pot first. */
export function MoneyTable({ counties, sources, values, onChange }: Props) {
  const t = useTranslations('annual.plans');
  const common = useTranslations('annual');
  const locale = useLocale();
  const nameOf = (one: PlanDetail['sources'][number]) => (locale === 'en' ? one.nameEn : one.name);
  const cell = (county: string, column: string, label: string) =>
    onChange ? (
      <Input
        aria-label={label}
        inputMode="decimal"
        className="min-w-28 text-right tabular-nums"
        value={values[keyOf(county, column)] ?? ''}
        onChange={(event) => onChange({ ...values, [keyOf(county, column)]: event.target.value })}
      />
    ) : (
      <span className="tabular-nums">{groupThousands(values[keyOf(county, column)] ?? common('none'))}</span>
    );
  return (
    <Table caption={t('money')} phone="scroll" wide>
      <thead>
        <Row>
          <HeadCell>{common('county')}</HeadCell>
          <HeadCell align="right">{t('minimum')}</HeadCell>
          {sources.map((one) => (
            <HeadCell key={one.code} align="right">
              {nameOf(one)}
            </HeadCell>
          ))}
        </Row>
      </thead>
      <tbody>
        {[{ id: POT, name: t('pot') }, ...counties.map((one) => ({ id: one.id, name: unitName(one, locale) }))].map(
          ({ id, name }) => (
            <Row key={id}>
              <Cell primary className="whitespace-nowrap">
                {name}
              </Cell>
              <Cell align="right">{id !== POT && cell(id, MINIMUM, t('minimumOf', { county: name }))}</Cell>
              {sources.map((one) => (
                <Cell key={one.code} align="right">
                  {cell(id, one.code, t('budgetOf', { county: name, source: nameOf(one) }))}
                </Cell>
              ))}
            </Row>
          ),
        )}
      </tbody>
    </Table>
  );
}
