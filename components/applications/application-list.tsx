import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FileLink } from '@/components/ui/file-link';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import { canWithdraw } from '@/lib/domain/applications/rules';
import type { ApplicationAnswer } from '@/lib/domain/applications/schema';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { unitName } from '@/lib/format/unit-name';
import { AnswerDialog, WithdrawDialog } from './answer-dialogs';

const LIGHTS = { submitted: 'amber', accepted: 'green', returned: 'red', withdrawn: 'neutral' } as const;

type Props = { applications: readonly ApplicationAnswer[]; mayAnswer: boolean; mayWithdraw: boolean };

export function ApplicationList({ applications, mayAnswer, mayWithdraw }: Props) {
  const t = useTranslations('annual.applications');
  const common = useTranslations('annual');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('title')}
      rows={applications}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
      columns={[
        {
          key: 'project',
          header: common('project'),
          primary: true,
          className: 'sm:min-w-44',
          cell: ({ project: { id, name, code } }) => (
            <>
              <TextLink href={`/projects/${id}`}>{name}</TextLink>
              <span className="block text-xs font-normal text-ink-3">{code}</span>
            </>
          ),
        },
        {
          key: 'county',
          header: common('county'),
          className: 'whitespace-nowrap',
          cell: ({ county }) => unitName(county, locale),
        },
        { key: 'year', header: common('year'), cell: ({ year }) => String(year) },
        {
          key: 'applicant',
          header: t('field.applicant'),
          className: 'sm:min-w-52',
          cell: ({ applicant, reasons, file }) => (
            <>
              {applicant}
              {reasons && <span className="block max-w-80 truncate text-xs text-ink-3">{reasons}</span>}
              <span className="block text-xs">
                <FileLink file={file} />
              </span>
            </>
          ),
        },
        {
          key: 'appliedOn',
          header: t('appliedOn'),
          className: 'whitespace-nowrap',
          cell: ({ appliedOn }) => formatDate(calendarDateOf(appliedOn), locale),
        },
        {
          key: 'status',
          header: t('statusColumn'),
          className: 'sm:min-w-32',
          cell: ({ status, reply, planned }) => (
            <>
              <StatusLight light={LIGHTS[status]}>{t(`status.${status}`)}</StatusLight>
              {planned && <span className="block text-xs text-ink-3">{t('planned', { year: String(planned) })}</span>}
              {reply && <span className="block max-w-80 text-xs text-ink-3">{reply}</span>}
            </>
          ),
        },
        {
          key: 'act',
          header: t('act'),
          cell: (application) => (
            <span className="flex flex-wrap gap-2">
              {mayAnswer && application.status === 'submitted' && <AnswerDialog application={application} />}
              {mayWithdraw && canWithdraw(application.status, application.planned) && (
                <WithdrawDialog application={application} />
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
