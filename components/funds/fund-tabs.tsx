import { useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import { can } from '@/lib/domain/accounts/permissions';
import { levelOf, type Role } from '@/lib/domain/accounts/roles';

/** The pages of 资金, each with its address. */
const TABS = {
  overview: '/funds',
  entries: '/funds/entries',
  payments: '/funds/payments',
  batches: '/funds/batches',
  pool: '/funds/pool',
  watch: '/funds/watch',
  imports: '/funds/imports',
} as const;
export type FundTab = keyof typeof TABS;

/** What is about whole counties is of the bodies; the county's pool is given out by whoever keeps its ledger. */
function mayOpen(role: Role, tab: FundTab): boolean {
  if (tab === 'pool' || tab === 'imports') return can(role, 'fund.write');
  if (tab === 'overview' || tab === 'batches' || tab === 'watch')
    return ['prefecture', 'county'].includes(levelOf(role));
  return true;
}

export function FundTabs({ active, role }: { active: FundTab; role: Role }) {
  const t = useTranslations('allocation.tabs');
  const tabs = (Object.keys(TABS) as FundTab[]).filter((tab) => mayOpen(role, tab));
  return (
    <LinkTabs label={t('label')} active={active} tabs={tabs.map((key) => ({ key, label: t(key), href: TABS[key] }))} />
  );
}
