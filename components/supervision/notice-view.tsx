import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { FileLink } from '@/components/ui/file-link';
import { Timeline } from '@/components/ui/timeline';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { SupervisionDetail, SupervisionEventAnswer } from '@/lib/domain/supervision/answers';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { AboutTable, type StageNames } from './about-table';
import { LimitText } from './limit-text';

const TONES: Record<SupervisionEventAnswer['kind'], 'accent' | 'amber' | 'green' | 'neutral'> = {
  issued: 'accent',
  reminded: 'amber',
  answered: 'accent',
  returned: 'amber',
  prolonged: 'amber',
  closed: 'green',
  withdrawn: 'neutral',
};

/** What one step said: its words, its day, its file, and what it did to the limit. */
function EventText({ event }: { event: SupervisionEventAnswer }) {
  const t = useTranslations('supervision');
  const locale = useLocale();
  const { text, statedOn, file, limitFrom, limitTo, late } = event;
  const day = (one: string) => formatDate(calendarDateOf(one), locale);
  return (
    <div className="space-y-1">
      {text && <p className="whitespace-pre-line">{text}</p>}
      {limitFrom && limitTo && (
        <p className="text-ink-3">{t('limitMoved', { from: day(limitFrom), to: day(limitTo) })}</p>
      )}
      {statedOn && <p className="text-ink-3">{t('stated', { day: day(statedOn) })}</p>}
      {late && <p className="font-medium text-red-ink">{t('late')}</p>}
      <FileLink file={file} />
    </div>
  );
}

function Events({ notice }: { notice: SupervisionDetail }) {
  const t = useTranslations('supervision');
  const locale = useLocale();
  return (
    <Timeline
      events={notice.events.map((event) => ({
        key: event.id,
        dateTime: event.at,
        when: formatDateTime(new Date(event.at), locale),
        who: event.by ?? t(event.kind === 'answered' ? 'by.county' : 'by.prefecture'),
        title: t(`event.${event.kind}`),
        tone: TONES[event.kind],
        // why it was issued stands in the notice itself
        children: event.kind !== 'issued' && <EventText event={event} />,
      }))}
    />
  );
}

type Props = { notice: SupervisionDetail; stages: StageNames; seesProjects: boolean };

/** The notice, its answers and all that happened to it. */
export function NoticeView({ notice, stages, seesProjects }: Props) {
  const t = useTranslations('supervision');
  const { why, demand, about, projects } = notice;
  const last = notice.events.find(({ kind }) => kind === 'answered');
  const paragraph = (text: string) => <span className="whitespace-pre-line">{text}</span>;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0 space-y-4">
        <Card>
          <DefinitionList
            columns={1}
            items={[
              { term: t('section.limit'), value: <LimitText notice={notice} />, wide: true },
              { term: t('section.why'), value: why ? paragraph(why) : t('noWhy'), wide: true },
              { term: t('section.demand'), value: paragraph(demand), wide: true },
            ]}
          />
        </Card>
        {last && (
          <Card title={t('section.answer')} id="answer">
            <EventText event={last} />
          </Card>
        )}
        {projects > 0 && (
          <Card title={t('section.about')} description={t('asIssued')} flush>
            <AboutTable about={about} stages={stages} seesProjects={seesProjects} />
          </Card>
        )}
      </div>
      <Card title={t('section.events')}>
        <Events notice={notice} />
      </Card>
    </div>
  );
}
