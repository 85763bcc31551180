import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { RoundLight } from '@/components/votes/round-light';
import { can, type Permission } from '@/lib/domain/accounts/permissions';
import { labelIn } from '@/lib/domain/kernel/label';
import type { RoundRow } from '@/lib/domain/votes/answers';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import { unitNames } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';

export type RoundTab = 'tally' | 'grid' | 'doors' | 'checks' | 'call-backs' | 'forms' | 'sheet' | 'demand' | 'changes';

interface TabRule {
  key: RoundTab;
  for?: Permission;
  /** only where it has something to show */
  when?: (round: RoundRow) => boolean;
}

const isFrozen = ({ tally }: RoundRow) => tally !== null;
/** What tells of single households is for readers of the register (decision 0065). */
const TABS: TabRule[] = [
  { key: 'tally' },
  { key: 'grid', for: 'register.read', when: isFrozen },
  { key: 'doors', for: 'register.read', when: ({ status }) => status === 'open' },
  { key: 'sheet', for: 'vote.write', when: ({ status }) => status === 'open' },
  { key: 'forms', for: 'vote.write', when: isFrozen },
  { key: 'checks', for: 'vote.check', when: isFrozen },
  { key: 'call-backs', for: 'register.read', when: ({ closedAt }) => closedAt !== null },
  { key: 'demand', when: ({ round, tally }) => round === 1 && tally !== null },
  { key: 'changes', for: 'register.read', when: isFrozen },
];

export const roundHref = (id: string, tab: RoundTab): string =>
  tab === 'tally' ? `/votes/${id}` : `/votes/${id}/${tab}`;

type Props = {
  actor: Actor;
  round: RoundRow;
  tab: RoundTab;
  action?: ReactNode;
  more?: ReactNode;
  children: ReactNode;
};

/** What stands above each page of a round: whose it is, how it stands, and where else to go. */
export async function RoundFrame({ actor, round, tab, action, more, children }: Props) {
  const [t, locale] = await Promise.all([getTranslations('votes'), getLocale()]);
  const name = t('attemptOf', { round: labelIn(ROUND_LABELS[round.round], locale), attempt: round.attempt });
  const place = unitNames([round.county, round.subdistrict, round.community], locale).join(' · ');
  const tabs = TABS.filter(({ for: needed, when }) => (!needed || can(actor.role, needed)) && (!when || when(round)));
  return (
    <ClientMessages namespaces={['votes']}>
      <PageHeader
        title={round.compound.name}
        crumbs={[{ label: t('title'), href: '/votes' }, { label: round.compound.name }]}
        marks={<RoundLight status={round.status} outcome={round.outcome} />}
        description={`${name} · ${round.code} · ${place}`}
        action={action}
        more={more}
      />
      <LinkTabs
        label={t('tabs.label')}
        active={tab}
        tabs={tabs.map(({ key }) => ({ key, label: t(`tabs.${key}`), href: roundHref(round.id, key) }))}
      />
      {children}
    </ClientMessages>
  );
}
