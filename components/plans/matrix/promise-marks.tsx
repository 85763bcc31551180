'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import { StatusLight } from '@/components/ui/status-light';
import { labelIn } from '@/lib/domain/kernel/label';
import type { PlanBuildingView, PlanView } from '@/lib/domain/plans/answers';
import { answerLabel, PROMISE_STATE_LABELS } from '@/lib/domain/plans/labels';
import { nameIn } from '../words';

const LIGHTS = { kept: 'green', partly: 'amber', open: 'red' } as const;

type Props = { plan: PlanView; building: PlanBuildingView };

/** 五不 of one building, in short; opened, what stands in the way of each. */
export function PromiseMarks({ plan, building }: Props) {
  const t = useTranslations('plans.promises');
  const kept = building.promises.filter(({ state }) => state === 'kept').length;
  return (
    <Popover
      label={t('of', { name: building.name })}
      className="max-w-[min(30rem,calc(100vw-1.5rem))]"
      trigger={
        <button
          type="button"
          className="min-h-6 rounded-sm text-xs font-medium text-accent-ink underline decoration-accent-line decoration-dotted underline-offset-4"
        >
          {t('kept', { kept, all: building.promises.length })}
        </button>
      }
    >
      <PromiseList plan={plan} building={building} />
    </Popover>
  );
}

export function PromiseList({ plan, building }: Props) {
  const t = useTranslations('plans.promises');
  const locale = useLocale();
  const itemName = (code: string) => {
    const item = plan.items.find((one) => one.code === code);
    return item ? nameIn(item, locale) : code;
  };
  return (
    <ul className="space-y-2 text-sm">
      {building.promises.map(({ code, state, lacks, helpedBy }) => {
        const promise = plan.promises.find((one) => one.code === code);
        return (
          <li key={code}>
            <p className="flex items-center justify-between gap-3 font-medium">
              {promise && nameIn(promise, locale)}
              <StatusLight light={LIGHTS[state]}>{labelIn(PROMISE_STATE_LABELS[state], locale)}</StatusLight>
            </p>
            {lacks.length > 0 && (
              <p className="text-xs text-ink-3">
                {t('lacks', {
                  items: lacks
                    .map(
                      ({ item, answer }) => `${itemName(item)}（${labelIn(answerLabel(answer, 'required'), locale)}）`,
                    )
                    .join(locale === 'en' ? ', ' : '、'),
                })}
              </p>
            )}
            {helpedBy.length > 0 && (
              <p className="text-xs text-ink-3">
                {t('helped', { items: helpedBy.map(itemName).join(locale === 'en' ? ', ' : '、') })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
