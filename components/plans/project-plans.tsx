import { useLocale, useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import type { PlanVersion, ProjectPlanLine } from '@/lib/domain/plans/answers';
import { PLAN_STATUS_LABELS } from '@/lib/domain/plans/labels';
import { formatCount, NONE } from '@/lib/format/number';
import { yuan } from './words';

type Props = { lines: readonly ProjectPlanLine[]; mayWrite: boolean };

/** The plans of a project's compounds: which version counts, what it comes to. */
export function ProjectPlans({ lines, mayWrite }: Props) {
  const t = useTranslations('plans');
  const locale = useLocale();
  if (lines.length === 0) return <EmptyState title={t('project.none')} />;
  const total = (field: 'cost' | 'residentShare') =>
    formatMoney(sumMoney(lines.map(({ plan }) => parseHundredths(plan?.[field] ?? '0') ?? 0n)));
  const state = ({ no, status }: PlanVersion) => (
    <StatusLight light={status === 'final' ? 'green' : 'amber'}>
      {t('versionState', { no, status: labelIn(PLAN_STATUS_LABELS[status], locale) })}
    </StatusLight>
  );
  return (
    <Table caption={t('project.caption')}>
      <thead>
        <tr>
          <HeadCell>{t('columns.compound')}</HeadCell>
          <HeadCell>{t('columns.state')}</HeadCell>
          <HeadCell align="right">{t('columns.items')}</HeadCell>
          <HeadCell align="right">{t('columns.cost')}</HeadCell>
          <HeadCell align="right">{t('columns.share')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ compound, plan, draft }) => (
          <Row key={compound.id}>
            <Cell primary>
              {plan ? <TextLink href={`/plans/${plan.id}`}>{compound.name}</TextLink> : compound.name}
              <span className="block text-xs font-normal text-ink-3">{compound.code}</span>
            </Cell>
            <Cell label={t('columns.state')}>
              {plan ? state(plan) : t('noPlan')}
              {draft && (
                <TextLink href={`/plans/${draft.id}`} className="ml-2">
                  {t('project.draft', { no: draft.no })}
                </TextLink>
              )}
              {!plan && mayWrite && (
                <TextLink href={`/plans/new?compound=${compound.id}`} className="ml-2">
                  {t('makeNew')}
                </TextLink>
              )}
            </Cell>
            <Cell label={t('columns.items')} align="right">
              {plan ? formatCount(plan.todoItems) : NONE}
            </Cell>
            <Cell label={t('columns.cost')} align="right">
              {plan ? yuan(plan.cost, locale) : NONE}
            </Cell>
            <Cell label={t('columns.share')} align="right">
              {plan ? yuan(plan.residentShare, locale) : NONE}
            </Cell>
          </Row>
        ))}
        <Row className="bg-sunken font-semibold">
          <Cell primary>{t('sum')}</Cell>
          <Cell hideOnPhone />
          <Cell label={t('columns.items')} align="right">
            {formatCount(lines.reduce((sum, { plan }) => sum + (plan?.todoItems ?? 0), 0))}
          </Cell>
          <Cell label={t('columns.cost')} align="right">
            {yuan(total('cost'), locale)}
          </Cell>
          <Cell label={t('columns.share')} align="right">
            {yuan(total('residentShare'), locale)}
          </Cell>
        </Row>
      </tbody>
    </Table>
  );
}
