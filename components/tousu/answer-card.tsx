import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { COMPLAINT_KIND_LABELS } from '@/lib/domain/complaints/labels';
import type { ComplaintKind, Status } from '@/lib/domain/complaints/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDate } from '@/lib/format/date';
import { ReopenForm } from './reopen-form';

export interface Stands {
  no: string;
  kind: ComplaintKind;
  subjectName: string;
  subjectNameEn: string;
  content: string;
  receivedOn: CalendarDate;
  county: string;
  compound: string | null;
  status: Status;
  dueOn: CalendarDate;
  answer: string | null;
  answeredOn: CalendarDate | null;
  endWords: string | null;
  transferredTo: string | null;
  reopenedOn: CalendarDate | null;
  reopenUntil: CalendarDate | null;
}

const isWaiting = (status: Status) => status === 'received' || status === 'assigned';

/** How one complaint stands, for whoever has its code. */
export function AnswerCard({ found, code }: { found: Stands; code: string }) {
  const t = useTranslations('tousu');
  const locale = useLocale();
  const { status, answer, endWords, reopenUntil, transferredTo } = found;
  return (
    <div className="space-y-4">
      <Card>
        <p className="text-2xl font-semibold">{t(`states.${status}`, { to: transferredTo ?? '' })}</p>
        {answer && (
          <div className="mt-3 rounded-md bg-sunken px-4 py-3">
            <p className="whitespace-pre-line wrap-anywhere">{answer}</p>
            <p className="mt-2 text-sm text-ink-3">{t('answeredOn', { day: formatDate(found.answeredOn, locale) })}</p>
          </div>
        )}
        {(status === 'notAccepted' || status === 'transferred') && endWords && (
          <p className="mt-3 whitespace-pre-line wrap-anywhere">{endWords}</p>
        )}
        <div className="mt-4">
          <DefinitionList
            columns={2}
            items={[
              { term: t('no'), value: found.no },
              { term: t('received'), value: formatDate(found.receivedOn, locale) },
              { term: t('place'), value: [found.county, found.compound].filter(Boolean).join(' ') },
              {
                term: t('subject'),
                value: `${labelIn(COMPLAINT_KIND_LABELS[found.kind], locale)} · ${labelIn({ zh: found.subjectName, en: found.subjectNameEn }, locale)}`,
              },
              ...(found.reopenedOn ? [{ term: t('reopenedOn'), value: formatDate(found.reopenedOn, locale) }] : []),
              ...(isWaiting(status) ? [{ term: t('due'), value: formatDate(found.dueOn, locale) }] : []),
              {
                term: t('yourWords'),
                value: <span className="whitespace-pre-line wrap-anywhere">{found.content}</span>,
                wide: true,
              },
            ]}
          />
        </div>
      </Card>
      {reopenUntil && (
        <Card
          title={t('reopen')}
          description={t('reopenText', { day: formatDate(reopenUntil, locale) })}
          className="no-print"
        >
          <ReopenForm code={code} />
        </Card>
      )}
    </div>
  );
}
