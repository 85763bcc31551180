'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MenuGroups } from '@/components/votes/menu-groups';
import type { RoundPackage } from '@/lib/domain/votes/answers';

type Props = { menu: RoundPackage['menu']; wanted: readonly string[]; onChange: (wanted: string[]) => void };

/** Round 1: what the household wants of the menu. Folded away, for not everybody says so; in the two groups and the words that the package brings. */
export function Wishes({ menu, wanted, onChange }: Props) {
  const t = useTranslations('field.form');
  const groups = (['building', 'compound'] as const).map((scope) => ({
    key: scope,
    legend: <span className="mb-1 block">{t(`scope.${scope}`)}</span>,
    items: menu.filter((item) => item.scope === scope).map(({ code, name }) => ({ code, label: name })),
  }));
  return (
    <details className="rounded-lg border border-line">
      <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-2 px-3 text-sm font-medium text-ink-2">
        {t('wanted')}
        <span className="flex items-center gap-1 font-normal text-ink-3">
          {t('wantedCount', { count: String(wanted.length) })}
          <ChevronDown aria-hidden="true" className="size-4" />
        </span>
      </summary>
      <div className="space-y-3 px-3 pb-3">
        <MenuGroups groups={groups} wanted={wanted} onChange={onChange} />
      </div>
    </details>
  );
}
