import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { FileLink } from '@/components/ui/file-link';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { LeadingGroupAnswer } from '@/lib/domain/leading-groups/schema';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { unitName } from '@/lib/format/unit-name';

/** One leading group: its document, its head, its members. */
export function GroupCard({ group }: { group: LeadingGroupAnswer }) {
  const t = useTranslations('annual.leading');
  const locale = useLocale();
  const { county, documentNo, documentOn, endedAt, head, headPost, file } = group;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {unitName(county, locale)}
          <Badge tone={endedAt ? 'neutral' : 'accent'}>
            {endedAt ? t('endedOn', { day: formatDateTime(new Date(endedAt), locale) }) : t('inOffice')}
          </Badge>
        </span>
      }
      description={
        <span className="flex flex-wrap gap-x-3">
          <span>{documentNo}</span>
          <span>{formatDate(calendarDateOf(documentOn), locale)}</span>
          <FileLink file={file} />
        </span>
      }
    >
      <p className="mb-3 text-sm">
        <span className="text-ink-3">{t('head')}</span> <span className="font-medium">{head}</span>{' '}
        <span className="text-ink-2">{headPost}</span>
      </p>
      <DataTable
        caption={t('members')}
        rows={group.members.map((member, at) => ({ ...member, key: `${at}` }))}
        rowKey={({ key }) => key}
        empty={null}
        phone="packed"
        columns={[
          { key: 'name', header: t('name'), primary: true, cell: ({ name }) => name },
          { key: 'post', header: t('post'), cell: ({ post }) => post },
          { key: 'unit', header: t('unit'), cell: ({ unit }) => unit },
          { key: 'duty', header: t('duty'), cell: ({ duty }) => duty },
        ]}
      />
    </Card>
  );
}
