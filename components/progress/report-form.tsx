'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { SaveState } from '@/components/ui/save-state';
import { toast } from '@/components/ui/toast-store';
import { useReport } from '@/lib/client/use-report';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { bodyOf, type ReportBody, type ReportValues, valuesOf } from '@/lib/domain/progress/filled';
import { percentText } from '@/lib/domain/progress/percent';
import { BUILDING_STAGE } from '@/lib/domain/progress/report';
import { groupThousands } from '@/lib/format/number';
import { ReportFields, restOf, weighed } from './report-fields';
import { ReportPhotos } from './report-photos';
import { TheirsBanner } from './theirs-banner';
import { monthWords } from './words';

type Props = { report: ReportAnswer; names: Readonly<Record<string, string>> };

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
  const building = project.stage >= BUILDING_STAGE;
  const { problem } = draft;

  function put(change: Partial<ReportValues>) {
    const next = { ...values, ...change };
    setValues(next);
    draft.touch(bodyOf(next, planned));
  }

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
      <ReportFields
        {...{ report, names, values, body, put, problem }}
        photos={<ReportPhotos ids={values.photos} onChange={(photos) => put({ photos })} />}
        register={
          <LinkButton size="sm" href={`/projects/${project.id}/works`}>
            {t('form.register')}
          </LinkButton>
        }
      />
      {problem && !draft.theirs && (
        <Banner live tone="red" title={problem.title} list={restOf(report, body, problem)} />
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
          title={t('form.sendTitle', { month: t('monthName', monthWords(month, locale)) })}
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
