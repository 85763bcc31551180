import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { ProjectMember } from '@/lib/domain/projects/answers';
import { wanText } from '@/lib/format/money-text';
import { formatCount, NONE } from '@/lib/format/number';

type Props = { members: readonly ProjectMember[]; mayOpen: boolean; action?: ReactNode };

/** The compounds of the project with their first vote and their plan; those that left stand below, with the reason. */
export function CompoundsCard({ members, mayOpen, action }: Props) {
  const t = useTranslations('projects.members');
  const locale = useLocale();
  const columns: Column<ProjectMember>[] = [
    {
      key: 'name',
      header: t('compound'),
      primary: true,
      cell: ({ id, name, place, live, leftReason }) => (
        <>
          {mayOpen ? <TextLink href={`/compounds/${id}`}>{name}</TextLink> : name}
          <span className="block text-xs font-normal text-ink-3">
            {live ? place : t('left', { reason: leftReason ?? NONE })}
          </span>
        </>
      ),
    },
    { key: 'buildings', header: t('buildings'), align: 'right', cell: ({ buildings }) => formatCount(buildings) },
    { key: 'households', header: t('households'), align: 'right', cell: ({ households }) => formatCount(households) },
    {
      key: 'vote',
      header: t('roundOne'),
      cell: ({ roundOne }) => (
        <StatusLight light={roundOne === 'passed' ? 'green' : roundOne === 'failed' ? 'red' : 'neutral'}>
          {t(roundOne === 'passed' || roundOne === 'failed' ? roundOne : roundOne ? 'voting' : 'notVoted')}
        </StatusLight>
      ),
    },
    {
      key: 'plan',
      header: t('plan'),
      cell: ({ plan }) =>
        plan
          ? t(plan.status === 'final' ? 'planFinal' : 'planDraft', { no: plan.no, count: plan.todoItems })
          : t('noPlan'),
    },
    { key: 'cost', header: t('cost'), align: 'right', cell: ({ plan }) => wanText(plan?.cost ?? null, locale) },
  ];
  return (
    <Card id="compounds" title={t('title')} action={action}>
      <DataTable caption={t('title')} columns={columns} rows={members} rowKey={({ id }) => id} empty={null} />
    </Card>
  );
}
