'use client';

import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { PlanView } from '@/lib/domain/plans/answers';
import { AnswerMark } from '../answer-mark';
import { nameIn, quantityWords, yuan } from '../words';
import { cellAt, mapOf, type Place } from './plan-cells';
import { PromiseList } from './promise-marks';

type Props = { plan: PlanView; columnMenu?: (buildingId: string) => ReactNode; onOpen: (place: Place) => void };
const COMPOUND = 'compound';

/** At phone width: one building (or the compound) at a time, its items as cards. */
export function PhoneCards({ plan, columnMenu, onOpen }: Props) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const [shown, setShown] = useState(plan.buildings[0]?.id ?? COMPOUND);
  const cells = useMemo(() => mapOf(plan), [plan]);
  const building = plan.buildings.find(({ id }) => id === shown);
  const sums = building ?? plan.compoundSums;
  const items = plan.items.filter(({ scope }) => scope === (building ? 'building' : 'compound'));
  return (
    <div className="space-y-3">
      <Field label={t('place')}>
        <Select
          value={shown}
          onChange={({ target }) => setShown(target.value)}
          options={[
            ...plan.buildings.map(({ id, name }) => ({ value: id, label: name })),
            { value: COMPOUND, label: t('compound') },
          ]}
        />
      </Field>
      <p className="flex items-center justify-between text-sm">
        <span>
          {t('items', { count: sums.todo })} · <strong className="tabular-nums">{yuan(sums.cost, locale)}</strong>
        </span>
        {building && columnMenu?.(building.id)}
      </p>
      {building && (
        <Card title={t('promises.title')}>
          <PromiseList plan={plan} building={building} />
        </Card>
      )}
      {(['required', 'improvement'] as const).map((necessity) => (
        <section key={necessity}>
          <h2 className="mb-1.5 text-sm font-semibold text-ink-2">{t(`necessity.${necessity}`)}</h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {items
              .filter((item) => item.necessity === necessity)
              .map((item) => {
                const place = { buildingId: building?.id ?? null, item: item.code };
                const cell = cellAt(cells, place);
                return (
                  <li key={item.code}>
                    <button
                      type="button"
                      onClick={() => onOpen(place)}
                      className="flex min-h-14 w-full items-center justify-between gap-3 px-4 py-2.5 text-left focus-inset"
                    >
                      <span className="min-w-0">
                        <span className="block text-sm font-medium">{nameIn(item, locale)}</span>
                        <span className="block text-xs text-ink-3">
                          {[
                            item.demand && item.demand.households > 0 && t('wanted', { count: item.demand.households }),
                            ...(cell.answer === 'todo'
                              ? [quantityWords(cell.quantity, cell.unit), yuan(cell.cost, locale)]
                              : [cell.reason]),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </span>
                      <span className="flex shrink-0 items-center gap-1 text-sm">
                        <AnswerMark answer={cell.answer} necessity={item.necessity} />
                        <ChevronRight aria-hidden="true" className="size-4 text-control" />
                      </span>
                    </button>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}
