import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { NOTICE_KIND_LABELS } from '@/lib/domain/notices/labels';
import type { NoticeKind } from '@/lib/domain/notices/types';
import { PeriodDays } from './period-days';
import { PeriodWord, type Running } from './period-word';

export interface ListedNotice extends Running {
  id: string;
  kind: NoticeKind;
  title: string;
  issuer: string;
  county: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export function NoticeList({ items }: { items: readonly ListedNotice[] }) {
  const t = useTranslations('gongshi');
  const locale = useLocale();
  if (items.length === 0) {
    return (
      <Card>
        <EmptyState title={t('empty')} description={t('emptyText')} />
      </Card>
    );
  }
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {items.map((notice) => (
          <li key={notice.id} className="px-5 py-4">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <TextLink href={`/gongshi/${notice.id}`} className="font-medium">
                {notice.title}
              </TextLink>
              <PeriodWord {...notice} />
            </div>
            <p className="mt-1 text-sm text-ink-3">
              {notice.county} · {labelIn(NOTICE_KIND_LABELS[notice.kind], locale)} · {notice.issuer}
            </p>
            <p className="text-sm text-ink-3">
              <PeriodDays startsOn={notice.startsOn} endsOn={notice.endsOn} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
