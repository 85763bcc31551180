import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { DefinitionList } from '@/components/ui/definition-list';
import { EmptyState } from '@/components/ui/empty-state';
import { FileLink } from '@/components/ui/file-link';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { FeasibilityDetail } from '@/lib/domain/feasibility/answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatDate } from '@/lib/format/date';
import { formatYuan } from '@/lib/format/money';
import { ProjectsDialog } from './projects-dialog';
import { StepDialog } from './step-dialogs';

const fen = (text: string) => parseHundredths(text) ?? 0n;

/** What the report says beside what its projects cost. */
function Facts({ report }: { report: FeasibilityDetail }) {
  const t = useTranslations('annual.feasibility');
  const locale = useLocale();
  const difference = fen(report.difference);
  const amount = formatYuan(difference < 0n ? -difference : difference, locale);
  return (
    <DefinitionList
      items={[
        { term: t('investment'), value: formatYuan(fen(report.investment), locale) },
        { term: t('cost'), value: formatYuan(fen(report.cost), locale) },
        {
          term: t('difference'),
          value: (
            <StatusLight light={difference === 0n ? 'green' : 'amber'}>
              {difference === 0n ? t('same') : t(difference > 0n ? 'over' : 'under', { amount })}
            </StatusLight>
          ),
        },
        { term: t('field.file'), value: report.file && <FileLink file={report.file} /> },
        { term: t('field.summary'), value: report.summary, wide: true },
      ]}
    />
  );
}

type StepsProps = { report: FeasibilityDetail; mayConsent: boolean; mayApprove: boolean };

function Steps({ report, mayConsent, mayApprove }: StepsProps) {
  const t = useTranslations('annual.feasibility');
  const locale = useLocale();
  const line = (document: NonNullable<FeasibilityDetail['consent']>, body?: string) => (
    <span className="flex flex-wrap gap-x-3">
      {body && <span>{body}</span>}
      <span>{document.no}</span>
      <span>{formatDate(calendarDateOf(document.on), locale)}</span>
      <FileLink file={document.file} />
    </span>
  );
  const waiting = <StatusLight light="neutral">{t('waiting')}</StatusLight>;
  return (
    <ol className="divide-y divide-line text-sm">
      <li className="flex flex-wrap items-center justify-between gap-2 pb-3">
        <div>
          <p className="font-medium">{t('consent')}</p>
          <div className="text-ink-2">{report.consent ? line(report.consent) : waiting}</div>
        </div>
        {mayConsent && <StepDialog report={report} step="consent" />}
      </li>
      <li className="flex flex-wrap items-center justify-between gap-2 pt-3">
        <div>
          <p className="font-medium">{t('approval')}</p>
          <p className="text-ink-3">
            {t('approver', { body: report.approver.body })} ·{' '}
            {report.approver.recordedBy === 'county_drc' ? t('byDrc') : t('byBureau', { body: report.approver.body })}
          </p>
          <div className="text-ink-2">{report.approval ? line(report.approval, report.approval.body) : waiting}</div>
        </div>
        {mayApprove && <StepDialog report={report} step="approve" />}
      </li>
    </ol>
  );
}

function Projects({ report }: { report: FeasibilityDetail }) {
  const t = useTranslations('annual.feasibility');
  const common = useTranslations('annual');
  const locale = useLocale();
  const yuan = (text: string | null) => (text === null ? common('none') : formatYuan(fen(text), locale));
  return (
    <DataTable
      caption={t('projects')}
      rows={report.covered}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noProjects')} />}
      columns={[
        {
          key: 'name',
          header: common('project'),
          primary: true,
          cell: ({ id, name, code }) => (
            <>
              <TextLink href={`/projects/${id}`}>{name}</TextLink>{' '}
              <span className="text-xs font-normal text-ink-3">{code}</span>
            </>
          ),
        },
        { key: 'plan', header: t('planCost'), align: 'right', cell: ({ planCost }) => yuan(planCost) },
        { key: 'estimate', header: t('estimate'), align: 'right', cell: ({ estimate }) => yuan(estimate) },
        { key: 'counted', header: t('counted'), align: 'right', cell: ({ counted }) => yuan(counted) },
      ]}
      footer={{ name: t('cost'), counted: yuan(report.cost) }}
    />
  );
}

type Props = StepsProps & { mayWrite: boolean };

export function ReportView({ report, mayWrite, ...steps }: Props) {
  const t = useTranslations('annual.feasibility');
  return (
    <div className="space-y-4">
      <Card title={t('facts')}>
        <Facts report={report} />
      </Card>
      <Card title={t('steps')} id="steps">
        <Steps report={report} {...steps} />
      </Card>
      <Card
        title={t('projects')}
        description={t('countedBy')}
        action={mayWrite && <ProjectsDialog report={report} trigger={<Button>{t('choose')}</Button>} />}
      >
        <Projects report={report} />
      </Card>
    </div>
  );
}
