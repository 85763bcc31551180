'use client';

import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { MenuGroups } from './menu-groups';

export interface MenuChoice {
  code: string;
  name: string;
  nameEn: string;
  scope: 'building' | 'compound';
  necessity: 'required' | 'improvement';
}

type Props = { menu: readonly MenuChoice[]; wanted: readonly string[]; onChange: (wanted: string[]) => void };

/** The items in their four groups: of the building and of the compound, required and improvements. Folded, for not every household names any. */
export function MenuPicker({ menu, wanted, onChange }: Props) {
  const t = useTranslations('voteGrid.menu');
  const locale = useLocale();
  const groups = (['building', 'compound'] as const).flatMap((scope) =>
    (['required', 'improvement'] as const).map((necessity) => ({
      key: `${scope}-${necessity}`,
      legend: <span className="mb-0.5 block font-medium">{t(`${scope}.${necessity}`)}</span>,
      items: menu
        .filter((item) => item.scope === scope && item.necessity === necessity)
        .map(({ code, name, nameEn }) => ({ code, label: locale === 'en' ? nameEn : name })),
    })),
  );
  return (
    <details className="group/menu rounded-md border border-control" open={wanted.length > 0 || undefined}>
      <summary className="flex min-h-9 cursor-pointer items-center justify-between gap-2 px-3 text-sm pointer-coarse:min-h-11">
        <span className="font-medium text-ink-2">{t('title')}</span>
        <span className="flex items-center gap-1.5 text-ink-3">
          {t('count', { count: wanted.length })}
          <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open/menu:rotate-180" />
        </span>
      </summary>
      <div className="space-y-3 border-t border-line px-3 py-2.5">
        <MenuGroups groups={groups} wanted={wanted} onChange={onChange} />
      </div>
    </details>
  );
}
