'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { monthWords, STATUS_TONES } from '@/components/progress/words';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { StatusLight } from '@/components/ui/status-light';
import { newKey } from '@/lib/client/api';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { reportDraft } from '@/lib/domain/field/record';
import { type MonthHere, monthsHere } from '@/lib/domain/field/site';
import type { SitePackage } from '@/lib/domain/field/site-package';
import type { TakenProject } from '@/lib/domain/field/types';
import { useRecordWords } from '../record-words';
import { draftHref } from '../use-hash';
import { SiteActs } from './site-acts';

type Props = { field: Field; facts: FieldFacts; project: TakenProject; taken: SitePackage };

/** 月报 of a project on this device: the months that are to be filled in, each begun once. */
export function MonthsHere({ field, facts, project, taken }: Props) {
  const t = useTranslations('field.site');
  const months = monthsHere(taken.reports, facts.records, project);

  async function begin({ report, values, version }: MonthHere) {
    const record = reportDraft(
      { id: newKey(), key: newKey(), now: Date.now(), project: { id: project.id, name: project.title } },
      { month: report.month, version, values },
    );
    await field.begin(record);
    location.hash = draftHref(project.id, record.id);
  }

  return (
    <Card title={t('months')}>
      {months.length === 0 ? (
        <p className="text-sm text-ink-3">{t('noMonths')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-md border border-line">
          {months.map((month) => (
            <Month key={month.report.month} field={field} month={month} onBegin={() => begin(month)} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Month({ field, month, onBegin }: { field: Field; month: MonthHere; onBegin: () => void }) {
  const t = useTranslations('field.site');
  const tp = useTranslations('progress');
  const locale = useLocale();
  const format = useFormatter();
  const { stateOf } = useRecordWords();
  const { report, open, sent } = month;
  const status = report.status ?? 'none';
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 p-3">
      <span className="min-w-0 text-sm">
        <span className="flex flex-wrap items-center gap-2 text-base font-medium">
          {tp('monthName', monthWords(report.month, locale))}
          <Badge tone={STATUS_TONES[status]}>{tp(`status.${status}`)}</Badge>
        </span>
        <span className="block text-ink-3">{t('due', { due: format.dateTime(new Date(report.dueAt), 'moment') })}</span>
        {open && <span className="block text-ink-2">{t('fromHere', { state: stateOf(open) })}</span>}
      </span>
      {open ? (
        <SiteActs field={field} record={open} />
      ) : sent ? (
        <StatusLight light="green" className="text-sm">
          {t('sentFromHere')}
        </StatusLight>
      ) : (
        <Button variant="primary" onClick={onBegin}>
          {t('fill')}
        </Button>
      )}
    </li>
  );
}
