'use client';

import * as x from 'lucide-react/icons/x';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { drawing, Glyph } from '@/components/ui/glyph';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { formatMoney } from '@/lib/domain/kernel/money';
import { yuanText } from '@/lib/format/money-text';
import { groupThousands } from '@/lib/format/number';
import { type BatchValues, EMPTY_ROW, fenTyped, partsOf, type RowTyped, type Target } from './batch-values';
import { fenOf } from './words';

const REMOVE = drawing(x);

type Props = {
  values: BatchValues;
  targetOf: (key: string) => Target;
  /** what was refused of a row */
  refusalOf: (key: string) => string[];
  onChange: (values: BatchValues) => void;
};

/** One amount a row, and a note; Enter and the arrows go from row to row, as in a spreadsheet. */
export function BatchRows({ values, targetOf, refusalOf, onChange }: Props) {
  const t = useTranslations('allocation.lines');
  const common = useTranslations('allocation');
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const keys = Object.keys(values);

  function move(event: KeyboardEvent, at: number) {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const inputs = box.current?.querySelectorAll<HTMLInputElement>('input[data-amount]');
    const next = inputs?.[at + step];
    next?.focus();
    next?.select();
  }

  const put = (key: string, typed: Partial<RowTyped>) =>
    onChange({ ...values, [key]: { ...EMPTY_ROW, ...values[key], ...typed } });
  const without = (key: string) => onChange(Object.fromEntries(Object.entries(values).filter(([one]) => one !== key)));
  if (keys.length === 0) return <EmptyState title={t('empty')} description={t('emptyText')} />;
  return (
    <div ref={box}>
      <Table caption={t('title')}>
        <thead>
          <Row>
            <HeadCell>{t('to')}</HeadCell>
            <HeadCell>{common('county')}</HeadCell>
            <HeadCell align="right">{common('gap')}</HeadCell>
            <HeadCell align="right">{common('amount')}</HeadCell>
            <HeadCell>{t('note')}</HeadCell>
            <HeadCell>
              <span className="sr-only">{t('act')}</span>
            </HeadCell>
          </Row>
        </thead>
        <tbody>
          {keys.map((key, at) => {
            const { name, county, candidate } = targetOf(key);
            const { projectId, reward } = partsOf(key);
            const { amount, note } = values[key] ?? EMPTY_ROW;
            const called = projectId ? name : county;
            const over = candidate && !reward ? fenTyped(amount) - fenOf(candidate.gap) : 0n;
            const refused = refusalOf(key);
            return (
              <Row key={key}>
                <Cell primary>
                  <span className="inline-flex flex-wrap items-center gap-2">
                    {projectId ? name : common('toCounty')}
                    {reward && <Badge tone="accent">{common('reward')}</Badge>}
                    {candidate?.inPlan && <Badge>{t('inPlan')}</Badge>}
                  </span>
                </Cell>
                <Cell label={common('county')}>{county}</Cell>
                <Cell label={common('gap')} align="right" className="tabular-nums">
                  {candidate ? groupThousands(candidate.gap) : common('none')}
                </Cell>
                <Cell label={common('amount')} align="right">
                  <span className="block min-w-0">
                    <Input
                      data-amount=""
                      aria-label={t('amountOf', { name: called })}
                      aria-invalid={refused.length > 0 || undefined}
                      inputMode="decimal"
                      className="w-40 max-w-full text-right tabular-nums"
                      value={amount}
                      onChange={(event) => put(key, { amount: event.target.value })}
                      onKeyDown={(event) => move(event, at)}
                    />
                    {over > 0n && (
                      <span className="mt-0.5 block text-xs text-amber-ink">
                        {t('over', { sum: yuanText(formatMoney(over), locale) })}
                      </span>
                    )}
                    {refused.map((line) => (
                      <span key={line} className="mt-0.5 block text-xs text-red-ink">
                        {line}
                      </span>
                    ))}
                  </span>
                </Cell>
                <Cell label={t('note')}>
                  <Input
                    aria-label={t('noteOf', { name: called })}
                    maxLength={200}
                    className="w-48 max-w-full"
                    value={note}
                    onChange={(event) => put(key, { note: event.target.value })}
                  />
                </Cell>
                <Cell align="right">
                  <IconButton label={t('removeOf', { name: called })} onClick={() => without(key)}>
                    <Glyph of={REMOVE} />
                  </IconButton>
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
