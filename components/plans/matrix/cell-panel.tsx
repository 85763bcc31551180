'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Sheet } from '@/components/ui/sheet';
import { Textarea } from '@/components/ui/textarea';
import { PhotoField } from '@/components/votes/grid/photo-field';
import { type Problem, sentencesOf } from '@/lib/client/api';
import { formatHundredths, parseHundredths } from '@/lib/domain/kernel/hundredths';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { CellView, PlanItemView, PlanView } from '@/lib/domain/plans/answers';
import { answersOf } from '@/lib/domain/plans/cells';
import { productOf, shareOf } from '@/lib/domain/plans/cost';
import { COMMON_UNITS } from '@/lib/domain/plans/items';
import { answerLabel, METHOD_LABELS } from '@/lib/domain/plans/labels';
import type { PlanCellInput } from '@/lib/domain/plans/schema';
import { type LineMethod, METHODS, type PlanAnswer } from '@/lib/domain/plans/types';
import type { FundingSource } from '@/lib/domain/rulebook/schema-funding';
import { nameIn, yuan } from '../words';
import { keyOfPlace, type Place } from './plan-cells';

export interface PayerRule {
  work: string;
  workEn: string;
  pays: FundingSource[];
}
export interface Payers {
  sources: { code: FundingSource; name: string; nameEn: string }[];
  /** what the rule book suggests, by item and method */
  rules: Record<string, PayerRule[]>;
}

export const ruleKey = (item: string, method: LineMethod | null): string => `${item}/${method ?? ''}`;

type Props = {
  plan: PlanView;
  place: Place;
  cell: CellView;
  item: PlanItemView;
  /** 1栋, 小区 */
  where: string;
  payers: Payers;
  readOnly: boolean;
  problem: Problem | undefined;
  busy: boolean;
  /** cells to save: this one, and perhaps the same for other buildings */
  onSave: (cells: PlanCellInput[]) => void;
  onClose: () => void;
};

type Reach = 'one' | 'empty' | 'all';

/** Everything about one item at one place. */
export function CellPanel(props: Props) {
  const { plan, place, cell, item, where, payers, readOnly, problem, busy, onSave, onClose } = props;
  const t = useTranslations('plans.panel');
  const locale = useLocale();
  const [answer, setAnswer] = useState<PlanAnswer>(cell.answer);
  const [quantity, setQuantity] = useState(cell.quantity ?? '');
  const [unitCost, setUnitCost] = useState(cell.unitCost ?? '');
  const [percent, setPercent] = useState(String(cell.residentPercent));
  const [method, setMethod] = useState<LineMethod | null>(cell.method);
  const [payer, setPayer] = useState<string>(cell.payer ?? '');
  const [photo, setPhoto] = useState(cell.photoFileId ?? '');
  const [reach, setReach] = useState<Reach>('one');
  const rules = payers.rules[ruleKey(item.code, method)] ?? [];
  const suggested = rules[0]?.pays[0];
  const others = plan.buildings.filter(({ id, retired }) => !retired && id !== place.buildingId);
  const errorsAt = (field: string): string[] =>
    (problem?.reasons ?? []).filter((one) => one.field === `cells.0.${field}`).map(({ message }) => message);
  const atFields = [
    'answer',
    'quantity',
    'unit',
    'unitCost',
    'payer',
    'method',
    'residentPercent',
    'reason',
    'photoFileId',
  ];
  const elsewhere =
    problem &&
    (problem.reasons?.length
      ? problem.reasons
          .filter(({ field }) => !atFields.some((one) => field === `cells.0.${one}`))
          .map(({ message }) => message)
      : sentencesOf(problem));
  const [many, each] = [parseHundredths(quantity.trim()), parseHundredths(unitCost.trim())];
  const cost = many !== undefined && each !== undefined ? productOf(many, each) : null;
  const share = cost === null ? null : shareOf(cost, Number(percent) || 0);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string | null => String(form.get(name) ?? '').trim() || null;
    const todo = answer === 'todo';
    const said: PlanCellInput = {
      ...{ ...place, answer, reason: answer === 'none' ? null : text('reason') },
      quantity: todo ? text('quantity') : null,
      unit: todo ? text('unit') : null,
      unitCost: todo ? text('unitCost') : null,
      payer: todo ? ((payer || null) as FundingSource | null) : null,
      method: todo ? method : null,
      residentPercent: todo ? Number(percent) || 0 : 0,
      photoFileId: answer === 'none' ? null : photo || null,
    };
    const answered = new Set(plan.cells.filter((one) => one.answer !== 'none').map(keyOfPlace));
    const same = others
      .filter(({ id }) => reach === 'all' || !answered.has(keyOfPlace({ buildingId: id, item: item.code })))
      .map(({ id }) => ({ ...said, buildingId: id, photoFileId: null }));
    onSave(reach === 'one' || place.buildingId === null || answer === 'met' ? [said] : [said, ...same]);
  }

  return (
    <Sheet open wide title={`${where} · ${nameIn(item, locale)}`} onOpenChange={(open) => !open && onClose()}>
      <form onSubmit={submit} noValidate className="space-y-4">
        <p className="text-sm text-ink-3">
          {t(item.necessity)}
          {item.demand && ` · ${t('demand', { count: item.demand.households, all: plan.demandOf?.households ?? 0 })}`}
        </p>
        {elsewhere && elsewhere.length > 0 && (
          <Banner tone="red" title={t('refused')}>
            {elsewhere.join(' ')}
          </Banner>
        )}
        <fieldset disabled={readOnly} className="min-w-0 space-y-4">
          <Field label={t('answer')} group error={errorsAt('answer')}>
            <RadioGroup
              name="answer"
              value={answer}
              layout="column"
              onChange={({ target }) => setAnswer(target.value as PlanAnswer)}
              options={answersOf(item).map((value) => ({
                value,
                label: labelIn(answerLabel(value, item.necessity), locale),
                hint: t(`hint.${value === 'none' && item.necessity === 'improvement' ? 'notChosen' : value}`),
              }))}
            />
          </Field>
          {answer === 'todo' && (
            <>
              <div className="grid grid-cols-[1fr_7rem] gap-3">
                <Field label={t('quantity')} error={errorsAt('quantity')}>
                  <Input
                    name="quantity"
                    inputMode="decimal"
                    autoComplete="off"
                    value={quantity}
                    onChange={({ target }) => setQuantity(target.value)}
                  />
                </Field>
                <Field label={t('unit')} error={errorsAt('unit')}>
                  <Input name="unit" list="plan-units" defaultValue={cell.unit ?? item.unit} maxLength={10} />
                </Field>
                <datalist id="plan-units">
                  {COMMON_UNITS.map((unit) => (
                    <option key={unit} value={unit} />
                  ))}
                </datalist>
              </div>
              <Field label={t('unitCost')} error={errorsAt('unitCost')}>
                <Input
                  name="unitCost"
                  inputMode="decimal"
                  autoComplete="off"
                  suffix={t('yuan')}
                  value={unitCost}
                  onChange={({ target }) => setUnitCost(target.value)}
                />
              </Field>
              <p className="rounded-md bg-sunken px-3 py-2 text-sm" aria-live="polite">
                {t('cost')}
                <strong className="ml-2 tabular-nums">
                  {cost === null ? '—' : yuan(formatHundredths(cost), locale)}
                </strong>
                {share !== null && share > 0n && (
                  <span className="ml-3 text-ink-3">
                    {t('share', { share: yuan(formatHundredths(share), locale) })}
                  </span>
                )}
              </p>
              {item.hasMethod && (
                <Field label={t('method')} error={errorsAt('method')}>
                  <Select
                    name="method"
                    placeholder={t('methodOpen')}
                    value={method ?? ''}
                    onChange={({ target }) => setMethod((target.value || null) as LineMethod | null)}
                    options={METHODS.map((value) => ({ value, label: labelIn(METHOD_LABELS[value], locale) }))}
                  />
                </Field>
              )}
              <Field
                label={t('payer')}
                error={errorsAt('payer')}
                hint={
                  rules.map((rule) => suggestion(rule, payers, locale)).join(locale === 'en' ? '; ' : '；') || undefined
                }
                aside={
                  suggested && suggested !== payer && !readOnly ? (
                    <button
                      type="button"
                      className="text-sm text-accent-ink underline underline-offset-4"
                      onClick={() => setPayer(suggested)}
                    >
                      {t('asSuggested')}
                    </button>
                  ) : undefined
                }
              >
                <Select
                  name="payer"
                  placeholder={t('payerOpen')}
                  value={payer}
                  onChange={({ target }) => setPayer(target.value)}
                  options={payers.sources.map((source) => ({ value: source.code, label: nameIn(source, locale) }))}
                />
              </Field>
              {item.necessity === 'improvement' && (
                <Field label={t('percent')} hint={t('percentHint')} error={errorsAt('residentPercent')}>
                  <Input
                    name="residentPercent"
                    inputMode="numeric"
                    suffix="%"
                    value={percent}
                    onChange={({ target }) => setPercent(target.value)}
                  />
                </Field>
              )}
            </>
          )}
          {answer !== 'none' && (
            <>
              <Field
                label={t(answer === 'impossible' || answer === 'refused' ? 'reason' : 'remark')}
                required={answer === 'impossible' || answer === 'refused'}
                optional={answer === 'todo' || answer === 'met'}
                error={errorsAt('reason')}
              >
                <Textarea name="reason" rows={2} maxLength={300} defaultValue={cell.reason ?? ''} />
              </Field>
              {readOnly ? (
                photo && (
                  <a href={`/api/v1/files/${photo}`} target="_blank" rel="noreferrer" className="text-link text-sm">
                    {t('seePhoto')}
                  </a>
                )
              ) : (
                <PhotoField
                  label={t('photo')}
                  required={answer === 'met'}
                  fileId={photo}
                  onChange={setPhoto}
                  errors={errorsAt('photoFileId')}
                />
              )}
            </>
          )}
          {place.buildingId !== null && others.length > 0 && answer !== 'met' && !readOnly && (
            <Field label={t('reach')} group>
              <RadioGroup
                name="reach"
                value={reach}
                layout="column"
                onChange={({ target }) => setReach(target.value as Reach)}
                options={[
                  { value: 'one', label: t('reachOne', { where }) },
                  { value: 'empty', label: t('reachEmpty') },
                  { value: 'all', label: t('reachAll', { count: others.length }) },
                ]}
              />
            </Field>
          )}
        </fieldset>
        {!readOnly && (
          <div className="sticky -bottom-4 -mx-4 flex gap-2 border-t border-line bg-surface px-4 py-3">
            <Button type="submit" variant="primary" busy={busy} className="grow">
              {t('save')}
            </Button>
          </div>
        )}
      </form>
    </Sheet>
  );
}

function suggestion(rule: PayerRule, { sources }: Payers, locale: Locale): string {
  const names = rule.pays.map((code) => {
    const source = sources.find((one) => one.code === code);
    return source ? nameIn(source, locale) : code;
  });
  return locale === 'en' ? `${rule.workEn}: ${names.join(', ')}` : `${rule.work}：${names.join('、')}`;
}
