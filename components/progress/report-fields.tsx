'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { fieldErrors, type Problem } from '@/lib/client/api';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { keyOfPlanned, type ReportBody, type ReportValues } from '@/lib/domain/progress/filled';
import { percentOf } from '@/lib/domain/progress/percent';
import { BUILDING_STAGE } from '@/lib/domain/progress/report';
import { placeKey } from '@/lib/domain/projects/completions';
import { ReportItems } from './report-items';

type Props = {
  report: ReportAnswer;
  names: Readonly<Record<string, string>>;
  values: ReportValues;
  body: ReportBody;
  put: (change: Partial<ReportValues>) => void;
  problem: Problem | undefined;
  photos: ReactNode;
  /** where items are registered complete */
  register?: ReactNode;
};

const OWN_FIELDS = ['investment', 'people', 'problems'];

const errorsOf = ({ items }: ReportBody, problem: Problem | undefined) => {
  const keys = items.map(placeKey);
  return (key: string) =>
    ['percent', 'backReason'].flatMap((part) => fieldErrors(problem, `items.${keys.indexOf(key)}.${part}`));
};

/** Refusals that no field shows. */
export function restOf({ planned }: ReportAnswer, body: ReportBody, problem: Problem): string[] {
  const errors = errorsOf(body, problem);
  const atItems = new Set(planned.flatMap((one) => errors(keyOfPlanned(one))));
  return problem.reasons
    ? problem.reasons
        .filter(({ field, message }) => !atItems.has(message) && !OWN_FIELDS.includes(field ?? ''))
        .map(({ message }) => message)
    : [problem.detail];
}

/** As the server will reckon it: the weights came along with the report. */
export const weighed = ({ planned }: ReportAnswer, { items }: ReportBody): number =>
  percentOf(
    planned.map((one) => ({
      ...{ compoundId: one.compound.id, buildingId: one.building?.id ?? null, item: one.item },
      ...{ name: '', cost: BigInt(one.weight) },
    })),
    items.filter(({ percent }) => percent >= 0 && percent <= 100),
  );

/** What a month says: money, people, problems, how far each item is, pictures. */
export function ReportFields({ report, names, values, body, put, problem, photos, register }: Props) {
  const t = useTranslations('progress.form');
  const { planned, project } = report;
  const building = project.stage >= BUILDING_STAGE;
  return (
    <>
      <Card title={t('facts')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('investment')} hint={t('investmentHint')} error={fieldErrors(problem, 'investment')} required>
            <Input
              name="investment"
              inputMode="decimal"
              value={values.investment}
              onChange={({ target }) => put({ investment: target.value })}
            />
          </Field>
          <Field label={t('people')} error={fieldErrors(problem, 'people')} required>
            <Input
              name="people"
              inputMode="numeric"
              value={values.people}
              onChange={({ target }) => put({ people: target.value })}
            />
          </Field>
          <Field
            className="sm:col-span-2"
            label={t('problems')}
            hint={t('problemsHint')}
            error={fieldErrors(problem, 'problems')}
            optional
          >
            <Textarea
              name="problems"
              rows={3}
              maxLength={2000}
              value={values.problems}
              onChange={({ target }) => put({ problems: target.value })}
            />
          </Field>
        </div>
      </Card>
      <Card
        title={t('items')}
        description={building ? t('itemsText') : t('itemsNotYet')}
        action={building && planned.length > 0 && register}
      >
        {planned.length === 0 ? (
          <EmptyState title={t('noPlan')} />
        ) : (
          building && (
            <ReportItems
              {...{ planned, names, values }}
              errors={errorsOf(body, problem)}
              onPercents={(percents) => put({ percents: { ...values.percents, ...percents } })}
              onReason={(key, reason) => put({ reasons: { ...values.reasons, [key]: reason } })}
            />
          )
        )}
      </Card>
      <Card title={t('photos')}>{photos}</Card>
    </>
  );
}
