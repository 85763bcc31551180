import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Timeline } from '@/components/ui/timeline';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { EventAnswer } from '@/lib/domain/projects/events';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { formatDate, formatDateTime } from '@/lib/format/date';

const TONES: Partial<Record<EventAnswer['kind'], 'green' | 'amber' | 'red'>> = {
  completed: 'green',
  returned: 'amber',
  sentBack: 'amber',
  suspended: 'amber',
  resumed: 'green',
  withdrawn: 'red',
};

/** What happened to the project; nothing of it is ever changed. */
export function HistoryCard({ events, rulebook }: { events: readonly EventAnswer[]; rulebook: Rulebook }) {
  const t = useTranslations('projects.history');
  const locale = useLocale();
  const { stages } = workflowOf(rulebook);
  const day = (text: string | null) => text && formatDate(calendarDateOf(text), locale);
  const titleOf = ({ kind, stage, step }: EventAnswer) => {
    const found = stages.find((one) => one.stage === stage)?.steps.find(({ code }) => code === step);
    return t(`kinds.${kind}`, {
      stage: String(stage ?? ''),
      step: (locale === 'en' ? found?.nameEn : found?.name) ?? step ?? '',
    });
  };
  return (
    <Card title={t('title')}>
      <Timeline
        empty={t('empty')}
        first={8}
        events={events.map((event) => ({
          key: event.id,
          dateTime: event.at,
          when: formatDateTime(new Date(event.at), locale),
          who: event.actor,
          tone: TONES[event.kind] ?? 'accent',
          title: titleOf(event),
          children: (
            <>
              {event.reason && <p>{event.reason}</p>}
              {event.statedOn && <p className="text-ink-3">{t('statedOn', { day: day(event.statedOn) ?? '' })}</p>}
              {event.documentNo && (
                <p className="text-ink-3">{[event.documentNo, day(event.documentOn)].filter(Boolean).join(' · ')}</p>
              )}
            </>
          ),
        }))}
      />
    </Card>
  );
}
