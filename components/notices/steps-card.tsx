import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { StatusLight } from '@/components/ui/status-light';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { NoticeView } from '@/lib/domain/notices/answers';
import { isOver } from '@/lib/domain/notices/period';
import { formatDate } from '@/lib/format/date';

/** What completing still needs: each line with its light and its word. */
export function StepsCard({ notice }: { notice: NoticeView }) {
  const t = useTranslations('notices.steps');
  const locale = useLocale();
  const endsOn = notice.endsOn as CalendarDate | null;
  if (notice.status !== 'published' || endsOn === null) return null;
  const lines = [
    { text: t('over', { day: formatDate(endsOn, locale) }), met: isOver(endsOn, notice.today as CalendarDate) },
    { text: t('answered', { count: String(notice.openObjections) }), met: notice.openObjections === 0 },
    { text: t('photo', { count: String(notice.photos) }), met: notice.photos > 0 },
  ];
  return (
    <Card title={t('title')} description={t('text')} className="no-print">
      <ul className="space-y-2 text-sm">
        {lines.map(({ text, met }) => (
          <li key={text} className="flex items-start justify-between gap-3">
            <span>{text}</span>
            <StatusLight light={met ? 'green' : 'neutral'} className="shrink-0">
              {met ? t('done') : t('missing')}
            </StatusLight>
          </li>
        ))}
      </ul>
    </Card>
  );
}
