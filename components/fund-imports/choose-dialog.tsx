'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { useItemRows } from '@/components/funds/forms/item-rows';
import type { FundWords } from '@/components/funds/words';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { acceptedAs } from '@/lib/domain/funds/imports/accepting';
import type { CandidateView, ImportChoice, ImportLineView } from '@/lib/domain/funds/imports/answers';
import { yuanText } from '@/lib/format/money-text';
import { MONEY_FIELDS, MoneyFields } from './money-fields';
import { likelyMoney, moneySent } from './money-values';
import { becauseText, targetText } from './words';

interface Props {
  statementId: string;
  version: number;
  line: ImportLineView;
  choices: readonly ImportChoice[];
  words: FundWords;
  trigger: ReactElement;
}

const AT = 'decisions.0';
const FIELDS = [...MONEY_FIELDS, 'voucherNo', 'reason'].map((name) => `${AT}.${name}`);
type As = 'receipt' | 'payment' | 'outside' | 'candidate';

const toConfirm = ({ target: { type } }: CandidateView): boolean => type === 'entry' || type === 'order';

/** What becomes of one line: a project with its money, an entry that it confirms, or nothing of a project. */
export function ChooseDialog({ statementId, version, line, choices, words, trigger }: Props) {
  const t = useTranslations('fundImports.choose');
  const all = useTranslations('fundImports');
  const locale = useLocale();
  const isIn = !line.amount.startsWith('-');
  const sum = line.amount.replace('-', '');
  const booked = line.match.candidates.filter(toConfirm);
  const money = isIn ? 'receipt' : 'payment';
  const ways: As[] = [...(booked.length > 0 ? (['candidate'] as const) : []), money, 'outside'];
  const [as, setAs] = useState<As>(booked.length > 0 ? 'candidate' : money);
  const [typed, setTyped] = useState(likelyMoney(line));
  const items = useItemRows(sum);

  function body(form: FormData): object {
    const lineId = line.id;
    if (as === 'outside') return { lineId, decision: 'outside', reason: said(form, 'reason') };
    const candidate = booked[Number(said(form, 'candidate'))];
    if (as === 'candidate' && candidate) return acceptedAs(lineId, candidate) ?? {};
    const voucher = filled({ voucherNo: said(form, 'voucherNo') });
    return { lineId, ...moneySent(typed, choices, isIn ? null : items.sent), ...voucher };
  }

  return (
    <SendDialog
      wide
      title={t('title', { row: line.rowNo })}
      trigger={trigger}
      action={t('save')}
      method="PATCH"
      path={`/api/v1/funds/imports/${statementId}/decisions`}
      version={version}
      body={(form) => ({ decisions: [body(form)] })}
      done={all('act.saved')}
      fields={FIELDS}
      onDone={items.clear}
    >
      {(errorsOf) => {
        const errors = (name: string) => errorsOf(`${AT}.${name}`);
        return (
          <div className="space-y-4">
            <p className="text-sm text-ink-2">
              {t('what', {
                day: line.day,
                sum: all(isIn ? 'rows.in' : 'rows.out', { sum: yuanText(sum, locale) }),
                name: line.counterparty ?? '',
              })}
              {line.remark && <span className="block text-ink-3">{line.remark}</span>}
            </p>
            <Field label={t('as')} group>
              <RadioGroup
                name="as"
                value={as}
                onChange={(event) => setAs(event.target.value as As)}
                options={ways.map((value) => ({ value, label: t(value) }))}
              />
            </Field>
            {as === 'candidate' && (
              <Field label={t('candidate')} group>
                <RadioGroup
                  name="candidate"
                  layout="column"
                  defaultValue="0"
                  options={booked.map((one, at) => ({
                    value: String(at),
                    label: targetText(all, one, words, locale),
                    hint: becauseText(all, one, locale),
                  }))}
                />
              </Field>
            )}
            {as === 'outside' && (
              <Field label={t('reason')} hint={t('reasonHint')} error={errors('reason')} required>
                <Input name="reason" maxLength={200} />
              </Field>
            )}
            {as === money && (
              <>
                <MoneyFields
                  typed={typed}
                  onChange={setTyped}
                  choices={choices}
                  words={words}
                  items={isIn ? null : items}
                  errors={errors}
                />
                <Field label={t('voucher')} hint={t('voucherHint')} error={errors('voucherNo')} optional>
                  <Input name="voucherNo" maxLength={60} autoComplete="off" placeholder={line.serialNo ?? ''} />
                </Field>
              </>
            )}
          </div>
        );
      }}
    </SendDialog>
  );
}
