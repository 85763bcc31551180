import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { type Light, StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { DueRow } from '@/lib/domain/contributions/answers';
import { DUE_STATE_LABELS } from '@/lib/domain/contributions/labels';
import { homeName } from '@/lib/domain/contributions/reminders';
import type { DueState } from '@/lib/domain/contributions/types';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDate } from '@/lib/format/date';
import { yuanText } from '@/lib/format/money-text';
import { NONE } from '@/lib/format/number';
import { PayDialog } from './pay-dialog';

const LIGHTS: Record<DueState, Light> = { paid: 'green', part: 'amber', unpaid: 'neutral' };

type Props = { projectId: string; rows: readonly DueRow[]; today: string; mayPay: boolean };

/** The households of a compound; on a phone a card each, with the one thing that is done at the door. */
export function DuesTable({ projectId, rows, today, mayPay }: Props) {
  const t = useTranslations('contributions.list');
  const locale = useLocale();
  const columns: Column<DueRow>[] = [
    {
      key: 'home',
      header: t('home'),
      primary: true,
      className: 'sm:whitespace-nowrap',
      cell: (row) => (
        <TextLink href={`/projects/${projectId}/contributions/households/${row.householdId}`}>{homeName(row)}</TextLink>
      ),
    },
    { key: 'owner', header: t('owner'), cell: ({ owners }) => owners.map(({ name }) => name).join('、') || NONE },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <StatusLight light={LIGHTS[state]}>{labelIn(DUE_STATE_LABELS[state], locale)}</StatusLight>,
    },
    { key: 'due', header: t('due'), align: 'right', cell: ({ due }) => yuanText(due, locale) },
    { key: 'paid', header: t('paid'), align: 'right', cell: ({ paid }) => yuanText(paid, locale) },
    { key: 'left', header: t('left'), align: 'right', cell: ({ left }) => yuanText(left, locale) },
    {
      key: 'last',
      header: t('last'),
      className: 'whitespace-nowrap',
      hideOnPhone: true,
      cell: ({ lastPaidOn }) => (lastPaidOn ? formatDate(calendarDateOf(lastPaidOn), locale) : NONE),
    },
    ...(mayPay
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: (row: DueRow) =>
              row.state !== 'paid' && (
                <PayDialog
                  key={row.left}
                  projectId={projectId}
                  householdId={row.householdId}
                  home={homeName(row)}
                  left={row.left}
                  today={today}
                  trigger={
                    <Button size="sm" aria-label={`${t('pay')} ${homeName(row)}`}>
                      {t('pay')}
                    </Button>
                  }
                />
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      phoneFirst={20}
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ householdId }) => householdId}
      empty={<EmptyState title={t('none')} description={t('noneText')} />}
    />
  );
}
