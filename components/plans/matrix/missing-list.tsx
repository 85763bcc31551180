'use client';

import { CircleCheck, CircleDashed } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { PlanView } from '@/lib/domain/plans/answers';
import { nameIn } from '../words';
import type { Place } from './plan-cells';

type Props = { plan: PlanView; onOpen: (place: Place) => void };

/** What holds the plan up, place by place; each opens where it is put right. */
export function MissingList({ plan, onOpen }: Props) {
  const t = useTranslations('plans.missing');
  const words = useTranslations('plans');
  const locale = useLocale();
  const groups = [
    { key: 'unanswered' as const, places: plan.unanswered },
    { key: 'unpriced' as const, places: plan.unpriced },
  ].filter(({ places }) => places.length > 0);
  if (groups.length === 0)
    return (
      <p className="mb-3 flex items-center gap-2 text-sm text-green-ink">
        <CircleCheck aria-hidden="true" className="size-4" />
        {t('none')}
      </p>
    );
  const places = [null, ...plan.buildings.map(({ id }) => id)];
  const nameOf = (id: string | null) => plan.buildings.find((one) => one.id === id)?.name ?? words('compound');
  return (
    <details className="mb-3 rounded-lg border border-amber-line bg-amber-soft px-4 py-2.5 text-sm">
      <summary className="cursor-pointer font-medium text-amber-ink">
        <CircleDashed aria-hidden="true" className="mr-1.5 inline size-4 align-text-bottom" />
        {groups.map(({ key, places: found }) => t(key, { count: found.length })).join(locale === 'en' ? '; ' : '；')}
      </summary>
      {groups.map(({ key, places: found }) => (
        <div key={key} className="mt-2">
          <p className="font-medium">{t(`${key}Title`)}</p>
          <ul className="mt-1 space-y-1">
            {places
              .filter((id) => found.some(({ buildingId }) => buildingId === id))
              .map((id) => (
                <li key={id ?? 'compound'} className="flex flex-wrap gap-x-2 gap-y-1">
                  <span className="min-w-14 text-ink-2">{nameOf(id)}</span>
                  {found
                    .filter(({ buildingId }) => buildingId === id)
                    .map((place) => {
                      const item = plan.items.find(({ code }) => code === place.item);
                      return (
                        <button
                          key={place.item}
                          type="button"
                          onClick={() => onOpen(place)}
                          className="min-h-6 rounded-sm text-accent-ink underline decoration-accent-line underline-offset-4 hover:decoration-accent pointer-coarse:min-h-11"
                        >
                          {item ? nameIn(item, locale) : place.item}
                        </button>
                      );
                    })}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
