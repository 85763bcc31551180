'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { ItemRows, useItemRows } from '@/components/funds/forms/item-rows';
import { type FundWords, potName } from '@/components/funds/words';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FieldErrors } from '@/components/ui/field-errors';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { acceptedAs } from '@/lib/domain/funds/imports/accepting';
import type { CandidateView, ImportChoice, ImportLineView } from '@/lib/domain/funds/imports/answers';
import { yuanText } from '@/lib/format/money-text';
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
const FIELDS = ['projectId', 'source', 'contractId', 'items', 'voucherNo', 'reason', 'items.0.amount'].map(
  (name) => `${AT}.${name}`,
);
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
  const proposed = line.match.candidates.find((one) => !toConfirm(one))?.target;
  const [projectId, setProjectId] = useState(proposed && 'projectId' in proposed ? proposed.projectId : '');
  const project = choices.find(({ id }) => id === projectId);
  const pots = (project?.pots ?? []).filter(({ outstanding, cash }) => (isIn ? outstanding : cash) !== '0.00');
  const items = useItemRows(sum);

  function body(form: FormData): object {
    const lineId = line.id;
    if (as === 'outside') return { lineId, decision: 'outside', reason: said(form, 'reason') };
    const candidate = booked[Number(said(form, 'candidate'))];
    if (as === 'candidate' && candidate) return acceptedAs(lineId, candidate) ?? {};
    const { source = '', kind = '', earmark = 'general' } = pots[Number(said(form, 'pot'))] ?? {};
    const pot = { projectId, source, kind, earmark, ...filled({ voucherNo: said(form, 'voucherNo') }) };
    if (isIn) return { lineId, decision: 'receipt', ...pot };
    return { lineId, decision: 'payment', ...pot, contractId: said(form, 'contractId'), items: items.sent };
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
                <Field label={t('project')} error={errors('projectId')} required>
                  <Combobox
                    value={projectId}
                    onChange={setProjectId}
                    options={choices.map(({ id, name, code }) => ({
                      value: id,
                      label: name,
                      note: code,
                      search: code,
                    }))}
                  />
                </Field>
                {project && pots.length === 0 && <FieldErrors errors={[t('noPot')]} />}
                {pots.length > 0 && (
                  <Field label={t('pot')} error={errors('source')} required>
                    <Select
                      key={projectId}
                      name="pot"
                      options={pots.map((pot, at) => ({
                        value: String(at),
                        label: t(isIn ? 'potOutstanding' : 'potCash', {
                          name: potName(words, pot, locale),
                          sum: yuanText(isIn ? pot.outstanding : pot.cash, locale),
                        }),
                      }))}
                    />
                  </Field>
                )}
                {!isIn && project && (
                  <>
                    <Field label={t('contract')} error={errors('contractId')} required>
                      <Select
                        key={projectId}
                        name="contractId"
                        defaultValue={proposed && 'contractId' in proposed ? proposed.contractId : undefined}
                        options={project.contracts.map(({ id, no, company: name, left }) => ({
                          value: id,
                          label: t('contractLeft', { no, name, sum: yuanText(left, locale) }),
                        }))}
                      />
                    </Field>
                    {project.contracts.length === 0 && <FieldErrors errors={[t('noContract')]} />}
                    <ItemRows
                      rows={items}
                      menu={words.menu.filter(({ code }) => project.items.includes(code))}
                      errors={[...errors('items'), ...errors('items.0.amount')]}
                    />
                  </>
                )}
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
