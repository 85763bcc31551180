'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import type { RoundPackage } from '@/lib/domain/votes/answers';

type Props = { menu: RoundPackage['menu']; wanted: readonly string[]; onChange: (wanted: string[]) => void };

/** Round 1: what the household wants of the menu. Folded away, for not everybody says so. */
export function Wishes({ menu, wanted, onChange }: Props) {
  const t = useTranslations('field.form');
  const turn = (code: string, on: boolean) => onChange(on ? [...wanted, code] : wanted.filter((one) => one !== code));
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
        {(['building', 'compound'] as const).map((scope) => (
          <fieldset key={scope}>
            <legend className="mb-1 text-xs text-ink-3">{t(`scope.${scope}`)}</legend>
            <div className="grid gap-x-4 sm:grid-cols-2">
              {menu
                .filter((item) => item.scope === scope)
                .map(({ code, name }) => (
                  <Checkbox
                    key={code}
                    label={name}
                    checked={wanted.includes(code)}
                    onChange={(event) => turn(code, event.target.checked)}
                  />
                ))}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}
