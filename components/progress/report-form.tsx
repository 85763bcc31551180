'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { SaveState } from '@/components/ui/save-state';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors } from '@/lib/client/api';
import { useReport } from '@/lib/client/use-report';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { percentOf, percentText } from '@/lib/domain/progress/percent';
import { BUILDING_STAGE } from '@/lib/domain/progress/report';
import { placeKey } from '@/lib/domain/projects/completions';
import { groupThousands } from '@/lib/format/number';
import { ReportItems } from './report-items';
import { ReportPhotos } from './report-photos';
import { bodyOf, keyOfPlanned, type ReportBody, type ReportValues, valuesOf } from './report-values';
import { TheirsBanner } from './theirs-banner';
import { monthWords } from './words';

type Props = { report: ReportAnswer; names: Readonly<Record<string, string>> };

const OWN_FIELDS = ['investment', 'people', 'problems'];

/** A month of a project, filled in: kept as it is typed, sent with one button. */
export function ReportForm({ report, names }: Props) {
  const t = useTranslations('progress');
  const locale = useLocale();
  const router = useRouter();
  const { project, month, planned } = report;
  const [values, setValues] = useState<ReportValues>(() => valuesOf(report));
  const path = `/api/v1/projects/${project.id}/reports/${month}`;
  const draft = useReport<ReportBody>(path, report.version);
  const body = bodyOf(values, planned);
  const monthName = t('monthName', monthWords(month, locale));
  const building = project.stage >= BUILDING_STAGE;

  function put(change: Partial<ReportValues>) {
    const next = { ...values, ...change };
    setValues(next);
    draft.touch(bodyOf(next, planned));
  }

  const keys = body.items.map(placeKey);
  const itemErrors = (key: string) =>
    ['percent', 'backReason'].flatMap((part) => fieldErrors(draft.problem, `items.${keys.indexOf(key)}.${part}`));
  const atItems = new Set(planned.flatMap((one) => itemErrors(keyOfPlanned(one))));
  const rest =
    draft.problem?.reasons
      ?.filter(({ field, message }) => !atItems.has(message) && !OWN_FIELDS.includes(field ?? ''))
      .map(({ message }) => message) ?? [];

  async function send() {
    if (!(await draft.send(body))) return;
    toast(t('form.sent'));
    router.refresh();
  }

  return (
    <>
      {draft.theirs && (
        <TheirsBanner
          theirs={draft.theirs}
          mine={body}
          names={names}
          onTake={() => window.location.reload()}
          onKeep={() => draft.keepMine(body)}
        />
      )}
      <Card title={t('form.facts')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t('form.investment')}
            hint={t('form.investmentHint')}
            error={fieldErrors(draft.problem, 'investment')}
            required
          >
            <Input
              name="investment"
              inputMode="decimal"
              value={values.investment}
              onChange={({ target }) => put({ investment: target.value })}
            />
          </Field>
          <Field label={t('form.people')} error={fieldErrors(draft.problem, 'people')} required>
            <Input
              name="people"
              inputMode="numeric"
              value={values.people}
              onChange={({ target }) => put({ people: target.value })}
            />
          </Field>
          <Field
            className="sm:col-span-2"
            label={t('form.problems')}
            hint={t('form.problemsHint')}
            error={fieldErrors(draft.problem, 'problems')}
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
        title={t('form.items')}
        description={building ? t('form.itemsText') : t('form.itemsNotYet')}
        action={
          building &&
          planned.length > 0 && (
            <LinkButton size="sm" href={`/projects/${project.id}/works`}>
              {t('form.register')}
            </LinkButton>
          )
        }
      >
        {planned.length === 0 ? (
          <EmptyState title={t('form.noPlan')} />
        ) : (
          building && (
            <ReportItems
              {...{ planned, names, values }}
              errors={itemErrors}
              onPercents={(percents) => put({ percents: { ...values.percents, ...percents } })}
              onReason={(key, reason) => put({ reasons: { ...values.reasons, [key]: reason } })}
            />
          )
        )}
      </Card>
      <Card title={t('form.photos')}>
        <ReportPhotos ids={values.photos} onChange={(photos) => put({ photos })} />
      </Card>
      {draft.problem && !draft.theirs && (
        <Banner
          live
          tone="red"
          title={draft.problem.title}
          list={draft.problem.reasons ? rest : [draft.problem.detail]}
        />
      )}
      <section
        aria-label={t('form.send')}
        className="no-print sticky bottom-0 z-10 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line bg-surface p-4 shadow-card"
      >
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          {building && <span>{t('form.total', { percent: percentText(weighed(report, body)) })}</span>}
          {draft.status && <SaveState status={draft.status} />}
        </span>
        <ConfirmDialog
          title={t('form.sendTitle', { month: monthName })}
          description={t('form.sendText', {
            percent: percentText(weighed(report, body)),
            investment: groupThousands(body.investment),
          })}
          confirmLabel={t('form.send')}
          onConfirm={send}
          trigger={<Button variant="primary">{t('form.send')}</Button>}
        />
      </section>
    </>
  );
}

/** As the server will reckon it: the weights came along with the page. */
const weighed = ({ planned }: ReportAnswer, { items }: ReportBody): number =>
  percentOf(
    planned.map((one) => ({
      ...{ compoundId: one.compound.id, buildingId: one.building?.id ?? null, item: one.item },
      ...{ name: '', cost: BigInt(one.weight) },
    })),
    items.filter(({ percent }) => percent >= 0 && percent <= 100),
  );
