'use client';

import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';

export interface MenuChoice {
  code: string;
  name: string;
  nameEn: string;
  scope: 'building' | 'compound';
  necessity: 'required' | 'improvement';
}

type Props = { menu: readonly MenuChoice[]; wanted: readonly string[]; onChange: (wanted: string[]) => void };

/** 36 items in their four groups: of the building and of the compound, required and improvements. Folded, for not every household names any. */
export function MenuPicker({ menu, wanted, onChange }: Props) {
  const t = useTranslations('voteGrid.menu');
  const locale = useLocale();
  const chosen = new Set(wanted);
  const turn = (code: string, on: boolean) =>
    onChange(menu.map((item) => item.code).filter((one) => (one === code ? on : chosen.has(one))));
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
        {(['building', 'compound'] as const).flatMap((scope) =>
          (['required', 'improvement'] as const).map((necessity) => (
            <fieldset key={`${scope}-${necessity}`}>
              <legend className="mb-0.5 text-xs font-medium text-ink-3">{t(`${scope}.${necessity}`)}</legend>
              <div className="grid gap-x-4 sm:grid-cols-2">
                {menu
                  .filter((item) => item.scope === scope && item.necessity === necessity)
                  .map(({ code, name, nameEn }) => (
                    <Checkbox
                      key={code}
                      label={locale === 'en' ? nameEn : name}
                      checked={chosen.has(code)}
                      onChange={(event) => turn(code, event.target.checked)}
                    />
                  ))}
              </div>
            </fieldset>
          )),
        )}
      </div>
    </details>
  );
}
