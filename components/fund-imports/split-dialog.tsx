'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { SendDialog } from '@/components/forms/send-dialog';
import { type FundWords, potName } from '@/components/funds/words';
import { Button } from '@/components/ui/button';
import type { FreeView, ImportChoice, ImportLineView } from '@/lib/domain/funds/imports/answers';
import { formatMoney } from '@/lib/domain/kernel/money';
import { yuanText } from '@/lib/format/money-text';
import { MONEY_FIELDS } from './money-fields';
import { likelyMoney } from './money-values';
import { SplitRow } from './split-row';
import { emptyPart, freeValue, missing, OUTSIDE, PAYMENT, type PartTyped, partSent, receiptsOf } from './split-values';

interface Props {
  statementId: string;
  version: number;
  line: ImportLineView;
  free: readonly FreeView[];
  choices: readonly ImportChoice[];
  words: FundWords;
  trigger: ReactElement;
}

const AT = 'decisions.0.parts';
const NAMES = ['', ...['amount', 'reason', 'entryId', 'orderId', ...MONEY_FIELDS].map((name) => `.${name}`)];

/** One movement of the bank that is several: receipts and payments of projects, entries and requests that are there, and what is nobody's. */
export function SplitDialog({ statementId, version, line, free, choices, words, trigger }: Props) {
  const t = useTranslations('fundImports.split');
  const all = useTranslations('fundImports');
  const locale = useLocale();
  const empty = (key: number) => emptyPart(key, likelyMoney(line));
  const [parts, setParts] = useState<PartTyped[]>([empty(0), empty(1)]);
  const isIn = !line.amount.startsWith('-');
  const sum = line.amount.replace('-', '');
  const rest = missing(sum, parts);
  const there = free.filter(({ direction }) => direction === (isIn ? 'in' : 'out'));
  const options = [
    ...(isIn ? receiptsOf(choices) : []).map(({ value, project, pot }) => ({
      value,
      label: t('receipt', { project: project.name, pot: potName(words, pot, locale) }),
      note: t('outstanding', { sum: yuanText(pot.outstanding, locale) }),
      search: project.code,
    })),
    ...there.map((one) => ({
      value: freeValue(one),
      label: t(one.type, { project: one.project ?? '—', no: one.voucherNo }),
      note: t('when', { day: one.day, name: one.counterparty ?? t('nobody'), sum: yuanText(one.amount, locale) }),
    })),
    ...(isIn ? [] : [{ value: PAYMENT, label: t('payment'), note: t('paymentNote') }]),
    { value: OUTSIDE, label: t('outside') },
  ];

  /** What is in the books has its sum already. */
  function put(key: number, typed: Partial<PartTyped>) {
    const booked = there.find((one) => freeValue(one) === typed.what);
    const known = booked ? { amount: booked.amount } : {};
    setParts(parts.map((part) => (part.key === key ? { ...part, ...typed, ...known } : part)));
  }

  const difference = yuanText(formatMoney(rest < 0n ? -rest : rest), locale);
  return (
    <SendDialog
      wide
      title={t('title', { row: line.rowNo })}
      trigger={trigger}
      action={t('save')}
      disabled={rest !== 0n || parts.some(({ what }) => what === '')}
      method="PATCH"
      path={`/api/v1/funds/imports/${statementId}/decisions`}
      version={version}
      body={() => ({
        decisions: [{ lineId: line.id, decision: 'split', parts: parts.map((part) => partSent(part, choices)) }],
      })}
      done={all('act.saved')}
      fields={parts.flatMap((_, at) => NAMES.map((name) => `${AT}.${at}${name}`))}
      onDone={() => setParts([empty(0), empty(1)])}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{t('text')}</p>
          {parts.map((part, at) => (
            <SplitRow
              key={part.key}
              part={part}
              options={options}
              choices={choices}
              words={words}
              errors={(name) => errors(`${AT}.${at}${name}`)}
              onChange={(typed) => put(part.key, typed)}
              onRemove={parts.length > 2 ? () => setParts(parts.filter(({ key }) => key !== part.key)) : undefined}
            />
          ))}
          <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
            <Button size="sm" onClick={() => setParts([...parts, empty((parts.at(-1)?.key ?? 0) + 1)])}>
              {t('add')}
            </Button>
            <span className="tabular-nums" aria-live="polite">
              {t('rest', { sum: yuanText(sum, locale) })}
              {rest !== 0n && (
                <span className="text-red-ink"> · {t(rest > 0n ? 'short' : 'more', { sum: difference })}</span>
              )}
            </span>
          </div>
        </>
      )}
    </SendDialog>
  );
}
