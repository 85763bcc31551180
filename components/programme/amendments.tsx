import { useLocale, useTranslations } from 'next-intl';
import { textLinkStyle } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { AmendmentAnswer } from '@/lib/domain/programme/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';

const signed = (text: string) => (text.startsWith('-') ? text : `+${text}`);

export function Amendments({ amendments }: { amendments: readonly AmendmentAnswer[] }) {
  const t = useTranslations('programme');
  const locale = useLocale();
  return (
    <Timeline
      empty={t('noAmendments')}
      events={amendments.map(({ id, countyName, delta, documentNo, documentOn, reason, file, createdAt }) => ({
        key: id,
        dateTime: createdAt,
        when: formatDateTime(new Date(createdAt), locale),
        title: t('amendmentTitle', {
          county: countyName,
          compounds: signed(formatCount(delta.compounds)),
          households: signed(formatCount(delta.households)),
          area: signed(formatAreaNumber(delta.floorArea)),
        }),
        children: (
          <>
            <p className="text-ink-2">
              {t('amendmentDocument', { documentNo, day: formatDate(calendarDateOf(documentOn), locale) })} · {reason}
            </p>
            {file && (
              <a href={`/api/v1/files/${file.id}`} download className={textLinkStyle}>
                {file.name}
              </a>
            )}
          </>
        ),
      }))}
    />
  );
}
