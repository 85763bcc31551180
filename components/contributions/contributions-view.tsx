import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { NumberedPagination } from '@/components/ui/pagination';
import { Stat } from '@/components/ui/stat';
import type { ContributionProgress, DueList } from '@/lib/domain/contributions/answers';
import { DUE_STATE_LABELS } from '@/lib/domain/contributions/labels';
import { type DuesQuery, PAYMENTS_AT_ONCE } from '@/lib/domain/contributions/schema';
import { DUE_STATES } from '@/lib/domain/contributions/types';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { yuanText } from '@/lib/format/money-text';
import { DuesTable } from './dues-table';
import { PayManyDialog } from './pay-many-dialog';
import { ProgressCard } from './progress-card';
import { SettingCard } from './setting-card';

type Props = {
  projectId: string;
  progress: ContributionProgress;
  list: DueList;
  /** yuan of the residents' own money that the books hold as one sum; null: none */
  apart: string | null;
  query: DuesQuery;
  today: string;
  locale: Locale;
  maySet: boolean;
  mayPay: boolean;
};

export function ContributionsView({ projectId, progress, list, apart, query, today, locale, maySet, mayPay }: Props) {
  const t = useTranslations('contributions');
  const base = `/projects/${projectId}/contributions`;
  const compound = progress.compounds.find(({ id }) => id === list.compound?.id);
  if (!compound) return null;
  const open = list.items.filter(({ state }) => state !== 'paid').slice(0, PAYMENTS_AT_ONCE);
  const href = (change: Record<string, string | number | undefined>): string => {
    const { building, state, room } = query;
    const all = Object.entries({ compound: compound.id, building, state, room, ...change });
    const said = all.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
    return `${base}?${new URLSearchParams(said)}`;
  };
  return (
    <div className="space-y-4">
      {progress.compounds.length > 1 && (
        <LinkTabs
          label={t('compound')}
          active={compound.id}
          tabs={progress.compounds.map(({ id, name }) => ({ key: id, label: name, href: `${base}?compound=${id}` }))}
        />
      )}
      {compound.households > 0 && (
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
          <Stat label={t('stats.due')} value={yuanText(compound.due, locale)} />
          <Stat label={t('stats.paid')} value={yuanText(compound.paid, locale)} />
          <Stat label={t('stats.left')} value={yuanText(compound.left, locale)} />
          <Stat
            label={t('stats.households')}
            value={t('of', { paid: compound.paidHouseholds, households: compound.households })}
            note={t('stats.householdsNote', { part: compound.partHouseholds, unpaid: compound.unpaidHouseholds })}
          />
        </div>
      )}
      <SettingCard key={compound.id} projectId={projectId} compound={compound} apart={apart} maySet={maySet} />
      <ProgressCard
        buildings={progress.buildings}
        active={query.building}
        hrefOf={(building) => href({ building: building === query.building ? undefined : building, page: undefined })}
      />
      {compound.households > 0 && (
        <section aria-label={t('list.title')}>
          <div className="mb-3 flex flex-wrap items-center gap-2">
            <FilterSelect
              name="building"
              label={t('list.allBuildings')}
              options={[
                { value: '', label: t('list.allBuildings') },
                ...progress.buildings.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <FilterSelect
              name="state"
              label={t('list.allStates')}
              options={[
                { value: '', label: t('list.allStates') },
                ...DUE_STATES.map((value) => ({ value, label: labelIn(DUE_STATE_LABELS[value], locale) })),
              ]}
            />
            {mayPay && open.length > 0 && (
              <PayManyDialog
                key={open.map(({ householdId, left }) => householdId + left).join()}
                projectId={projectId}
                rows={open}
                today={today}
                trigger={<Button className="ml-auto">{t('payMany.open')}</Button>}
              />
            )}
            <LinkButton
              href={`${base}/reminders?compound=${compound.id}`}
              className={mayPay && open.length > 0 ? undefined : 'ml-auto'}
            >
              {t('reminders.open')}
            </LinkButton>
          </div>
          <DuesTable projectId={projectId} rows={list.items} today={today} mayPay={mayPay} />
          <NumberedPagination
            page={list.page}
            limit={query.limit}
            total={list.total}
            shown={list.items.length}
            hrefOf={(page) => href({ page })}
          />
        </section>
      )}
    </div>
  );
}
