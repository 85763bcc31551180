import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import type { ComplaintView } from '@/lib/domain/complaints/answers';
import { ASSIGNEE_LABELS, CHANNEL_LABELS, EVENT_LABELS, OUTCOME_LABELS } from '@/lib/domain/complaints/labels';
import type { AssigneeKind, CloseOutcome } from '@/lib/domain/complaints/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { unitName } from '@/lib/format/unit-name';
import { RevealContact } from './reveal-contact';
import { assigneeName, type Subjects, subjectName } from './words';

/** Words of people: text and nothing else, with the line breaks they made. */
const Words = ({ children }: { children: string }) => <p className="whitespace-pre-line wrap-anywhere">{children}</p>;

type Props = {
  complaint: ComplaintView;
  subjects: Subjects;
  mayReveal: boolean;
  /** the steps, below the words */
  actions: ReactNode;
};

export function ComplaintBody({ complaint, subjects, mayReveal, actions }: Props) {
  const t = useTranslations('complaints.detail');
  const locale = useLocale();
  const { lead, draft, answer, endWords, joined } = complaint;
  return (
    <div className="min-w-0 space-y-4">
      {lead && (
        <Banner tone="amber" title={t('lead', { no: lead.no })}>
          <TextLink href={`/complaints/${lead.id}`}>{t('toLead', { no: lead.no })}</TextLink>
        </Banner>
      )}
      <Card title={t('words')}>
        <Words>{complaint.content}</Words>
        {actions}
      </Card>
      {answer && (
        <Card title={t('answer')}>
          <Words>{answer}</Words>
          <p className="mt-2 text-sm text-ink-3">
            {t('answerBy', {
              day: formatDate(complaint.answeredOn as CalendarDate | null, locale),
              name: complaint.answeredBy ?? '',
            })}
          </p>
        </Card>
      )}
      {draft && !answer && (
        <Card title={t('draft')} description={t('draftBy', { name: complaint.draftedBy ?? '' })}>
          <Words>{draft}</Words>
        </Card>
      )}
      {endWords && (
        <Card title={[complaint.transferredTo, t('endWords')].filter(Boolean).join(' · ')}>
          <Words>{endWords}</Words>
        </Card>
      )}
      {joined.length > 0 && (
        <Card title={t('joined', { count: String(joined.length) })} description={t('joinedText')}>
          <ul className="divide-y divide-line text-sm">
            {joined.map((one) => (
              <li key={one.id} className="py-2.5 first:pt-0 last:pb-0">
                <TextLink href={`/complaints/${one.id}`}>{one.no}</TextLink>
                <span className="ml-2 text-ink-3">{formatDate(one.receivedOn as CalendarDate, locale)}</span>
                <p className="mt-1 line-clamp-3 wrap-anywhere">{one.content}</p>
                {one.hasContact && mayReveal && <RevealContact id={one.id} />}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <FactsCard complaint={complaint} subjects={subjects} mayReveal={mayReveal} />
    </div>
  );
}

function FactsCard({ complaint, subjects, mayReveal }: Omit<Props, 'actions'>) {
  const t = useTranslations('complaints');
  const locale = useLocale();
  const { compound, project, notice, hasContact } = complaint;
  return (
    <Card title={t('detail.facts')}>
      <DefinitionList
        columns={2}
        items={[
          { term: t('columns.no'), value: complaint.no },
          { term: t('columns.subject'), value: subjectName(subjects, complaint.subject, locale) },
          { term: t('columns.county'), value: unitName(complaint.county, locale) },
          {
            term: t('columns.compound'),
            value: compound ? <TextLink href={`/compounds/${compound.id}`}>{compound.name}</TextLink> : t('whole'),
          },
          ...(project
            ? [
                {
                  term: t('detail.project'),
                  value: <TextLink href={`/projects/${project.id}`}>{project.name}</TextLink>,
                },
              ]
            : []),
          ...(notice
            ? [{ term: t('detail.notice'), value: <TextLink href={`/notices/${notice.id}`}>{notice.title}</TextLink> }]
            : []),
          {
            term: t('columns.receivedOn'),
            value: `${formatDate(complaint.receivedOn as CalendarDate, locale)} · ${labelIn(CHANNEL_LABELS[complaint.channel], locale)}`,
          },
          { term: t('detail.receivedBy'), value: complaint.receivedBy ?? t('detail.byItself') },
          ...(assigneeName(complaint, locale)
            ? [{ term: t('columns.assignee'), value: assigneeName(complaint, locale) }]
            : []),
          {
            term: t('detail.contact'),
            value:
              hasContact && mayReveal ? (
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  {t('detail.hasContact')}
                  <RevealContact id={complaint.id} />
                </span>
              ) : (
                t(hasContact ? 'detail.hasContact' : 'detail.noContact')
              ),
          },
        ]}
      />
    </Card>
  );
}

/** '@town：…' is written by the server where a word of ours begins a line: said in the reader's language. */
function noteIn(note: string, locale: Locale): string {
  const [word = '', ...rest] = note.split('：');
  if (!word.startsWith('@')) return note;
  const code = word.slice(1);
  const label = code in ASSIGNEE_LABELS ? ASSIGNEE_LABELS[code as AssigneeKind] : OUTCOME_LABELS[code as CloseOutcome];
  return [label ? labelIn(label, locale) : code, ...rest].join('：');
}

/** What happened to it, newest first. */
export function HistoryCard({ events }: Pick<ComplaintView, 'events'>) {
  const t = useTranslations('complaints.detail');
  const locale = useLocale();
  return (
    <Card title={t('history')}>
      <Timeline
        events={events.map(({ id, kind, note, by, at }) => ({
          key: id,
          dateTime: at,
          when: formatDateTime(new Date(at), locale),
          who: by ?? undefined,
          title: labelIn(EVENT_LABELS[kind], locale),
          children: note ? <Words>{noteIn(note, locale)}</Words> : undefined,
        }))}
      />
    </Card>
  );
}
