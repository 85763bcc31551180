'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { PhotoRow } from '@/components/field/photo-row';
import { ReportFields, restOf, weighed } from '@/components/progress/report-fields';
import { monthWords } from '@/components/progress/words';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import type { Field } from '@/lib/client/outbox/use-field';
import { reportFaults } from '@/lib/domain/field/site';
import type { ReportRecord } from '@/lib/domain/field/types';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { bodyOf, itemNames, type ReportValues } from '@/lib/domain/progress/filled';
import { percentText } from '@/lib/domain/progress/percent';
import { BUILDING_STAGE } from '@/lib/domain/progress/report';
import { groupThousands } from '@/lib/format/number';
import { showInstead, siteHref } from '../use-hash';
import { KeptHere } from './kept-here';
import { RefusedBefore } from './refused-before';
import { showFirstFault, useFaults } from './use-faults';
import { useKept, useSitePhotos } from './use-kept';

type Props = {
  field: Field;
  record: ReportRecord;
  report: ReportAnswer;
  names: Readonly<Record<string, string>>;
};

const MONTH_PHOTO = 'month.';

/** A month without a network: kept on the device as it is typed, then sent as the draft or as the report. */
export function ReportView({ field, record, report, names }: Props) {
  const t = useTranslations('field.site');
  const tp = useTranslations('progress');
  const locale = useLocale();
  const [values, setValues] = useState<ReportValues>(record.values);
  // once it was to be kept or sent, what is still wrong is said as it is typed
  const [tried, setTried] = useState<ReportRecord['act'] | null>(null);
  const faults = useFaults();
  const { touch, flush } = useKept(field, record.id);
  const { chosen, photograph } = useSitePhotos(field, record.id);
  const body = bodyOf(values, report.planned);
  const against = (act: ReportRecord['act']) =>
    reportFaults(body, report, act, itemNames(report.planned, names), new Date());
  const problem = tried ? faults(against(tried)) : undefined;
  const month = tp('monthName', monthWords(report.month, locale));
  const building = report.project.stage >= BUILDING_STAGE;

  function put(change: Partial<ReportValues>) {
    const next = { ...values, ...change };
    setValues(next);
    touch({ kind: 'report', values: next });
  }

  async function finish(act: ReportRecord['act']) {
    setTried(act);
    if (against(act).length > 0) return showFirstFault();
    await flush();
    await field.finish(record.id, { kind: 'report', body, act }, new Set(Object.keys(chosen)));
    toast(t('kept', { what: month }));
    showInstead(siteHref(record.projectId));
  }

  return (
    <div className="space-y-4">
      <RefusedBefore record={record} />
      <ReportFields
        {...{ report, names, values, body, put, problem }}
        photos={
          <div className="space-y-3">
            {values.photos.length > 0 && (
              <p className="text-sm text-ink-3">{t('photosThere', { count: values.photos.length })}</p>
            )}
            <PhotoRow
              prefix={MONTH_PHOTO}
              most={20}
              label={(no) => tp('form.photoAlt', { no })}
              chosen={chosen}
              onPhoto={photograph}
            />
          </div>
        }
      />
      {problem && <Banner live tone="red" title={problem.title} list={restOf(report, body, problem)} />}
      <section
        aria-label={tp('form.send')}
        className="sticky bottom-0 z-10 space-y-3 rounded-lg border border-line bg-surface p-3 shadow-card"
      >
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          {building && <span>{tp('form.total', { percent: percentText(weighed(report, body)) })}</span>}
          <KeptHere />
        </span>
        <div className="grid grid-cols-2 gap-2">
          <Button size="lg" onClick={() => finish('save')}>
            {t('saveDraft')}
          </Button>
          <ConfirmDialog
            title={tp('form.sendTitle', { month })}
            description={tp('form.sendText', {
              percent: percentText(weighed(report, body)),
              investment: groupThousands(body.investment),
            })}
            confirmLabel={tp('form.send')}
            onConfirm={() => finish('submit')}
            trigger={
              <Button size="lg" variant="primary">
                {tp('form.send')}
              </Button>
            }
          />
        </div>
      </section>
    </div>
  );
}
