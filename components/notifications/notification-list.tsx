import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { NotificationView } from '@/lib/domain/notifications/answers';
import { formatDateTime } from '@/lib/format/date';
import { MarkRead, ToRecord } from './mark-read';
import { useSentence } from './sentence';

/** One line each: what happened, when, and the way to it. */
export function NotificationLines({ items }: { items: readonly NotificationView[] }) {
  const t = useTranslations('notifications');
  const sentence = useSentence();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {items.map((item) => {
        const text = sentence(item);
        const unread = item.readAt === null;
        return (
          <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
            <div className="min-w-0 grow basis-64">
              <p className="flex flex-wrap items-center gap-2">
                {unread && <Badge tone="accent">{t('new')}</Badge>}
                <ToRecord id={item.id} href={item.href} unread={unread}>
                  {text}
                </ToRecord>
              </p>
              <p className="text-xs text-ink-3">{formatDateTime(new Date(item.at), locale)}</p>
            </div>
            {unread && <MarkRead id={item.id} about={text} />}
          </li>
        );
      })}
    </ul>
  );
}
