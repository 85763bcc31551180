import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Timeline } from '@/components/ui/timeline';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import type { EventView } from '@/lib/domain/projects/answers';
import { EVENT_LABELS } from '@/lib/domain/projects/labels';
import type { EventKind } from '@/lib/domain/projects/types';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { formatDate, formatDateTime } from '@/lib/format/date';

const TONES: Partial<Record<EventKind, 'green' | 'amber' | 'red'>> = {
  completed: 'green',
  returned: 'amber',
  sentBack: 'amber',
  suspended: 'amber',
  resumed: 'green',
  withdrawn: 'red',
};

/** What happened to the project; nothing of it is ever changed. */
export function HistoryCard({ events, rulebook }: { events: readonly EventView[]; rulebook: Rulebook }) {
  const t = useTranslations('projects.history');
  const locale = useLocale();
  const workflow = workflowOf(rulebook);
  const stepName = (stage: number | null, code: string | null) => {
    const step = workflow.stages.find((one) => one.stage === stage)?.steps.find((one) => one.code === code);
    return locale === 'en' ? step?.nameEn : step?.name;
  };
  return (
    <Card title={t('title')}>
      <Timeline
        empty={t('empty')}
        events={events.map((event) => ({
          key: event.id,
          dateTime: event.at,
          when: formatDateTime(new Date(event.at), locale),
          who: event.actor,
          tone: TONES[event.kind] ?? 'accent',
          title: [
            labelIn(EVENT_LABELS[event.kind], locale),
            event.stage !== null && event.kind !== 'created' ? t('stage', { no: event.stage }) : '',
            stepName(event.stage, event.step),
          ]
            .filter(Boolean)
            .join(' · '),
          children: (
            <>
              {event.reason && <p>{event.reason}</p>}
              {event.documentNo && (
                <p className="text-ink-3">
                  {[event.documentNo, event.documentOn && formatDate(calendarDateOf(event.documentOn), locale)]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
            </>
          ),
        }))}
      />
    </Card>
  );
}
