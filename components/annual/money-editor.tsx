'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { collisionsBetween, settled } from '@/components/ui/collisions';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { PlanDetail, WhatIfAnswer } from '@/lib/domain/annual/answers';
import { MoneyTable } from './money-table';
import { amountText, bodyOf, cellsOf, MINIMUM, type MoneyValues, POT, valuesOf } from './money-values';
import { WhatIfResult } from './what-if-result';

type Props = { plan: PlanDetail; mayWrite: boolean };

/** The year's money: tried without saving, saved by the prefecture bureau. */
export function MoneyEditor({ plan, mayWrite }: Props) {
  const t = useTranslations('annual.plans');
  const common = useTranslations('annual');
  const locale = useLocale();
  const router = useRouter();
  const [values, setValues] = useState(() => valuesOf(plan));
  const [tried, setTried] = useState<WhatIfAnswer>();
  const saving = useAct<PlanDetail>();
  const trying = useAct<WhatIfAnswer>();
  const counties = plan.counties.map(({ id }) => id);
  const body = (of = values) =>
    bodyOf(
      of,
      counties,
      plan.sources.map(({ code }) => code),
    );

  async function save(what = values, version = plan.version) {
    const saved = await saving.act('PUT', `/api/v1/annual-plans/${plan.id}/budgets`, { body: body(what), version });
    if (typeof saved !== 'object') return;
    setValues(valuesOf(saved));
    setTried(undefined);
    toast(common('saved'));
    router.refresh();
  }

  async function tryOut() {
    const answer = await trying.act('POST', `/api/v1/annual-plans/${plan.id}/what-if`, { body: body() });
    setTried(typeof answer === 'object' ? answer : undefined);
  }

  const theirs = saving.problem?.conflict?.theirs as PlanDetail | undefined;
  const now = theirs && valuesOf(theirs);
  const places = cellsOf(
    [{ id: POT, name: t('pot') }, ...plan.counties],
    [
      { code: MINIMUM, name: t('minimum') },
      ...plan.sources.map((one) => ({ code: one.code, name: locale === 'en' ? one.nameEn : one.name })),
    ],
  );
  const whole = (given: MoneyValues) =>
    Object.fromEntries(places.map(({ key }) => [key, amountText(given[key] ?? '')]));

  function settle(takeTheirs: ReadonlySet<string>) {
    if (!now) return;
    const chosen = settled(whole(values), whole(now), takeTheirs);
    setValues(chosen);
    void save(chosen, saving.problem?.conflict?.version);
  }

  const problem = theirs ? trying.problem : (saving.problem ?? trying.problem);
  const change = (next: typeof values) => {
    setValues(next);
    setTried(undefined);
    saving.forget();
    trying.forget();
  };
  return (
    <div className="space-y-3">
      <MoneyTable counties={plan.counties} sources={plan.sources} values={values} onChange={change} />
      <div className="flex flex-wrap items-center gap-2">
        <Button busy={trying.busy} onClick={tryOut}>
          {t('whatIf')}
        </Button>
        {mayWrite && (
          <Button variant="primary" busy={saving.busy} onClick={() => save()}>
            {t('saveMoney')}
          </Button>
        )}
        <span className="text-sm text-ink-3">{t('whatIfText')}</span>
      </div>
      {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
      {now && (
        <ConflictDialog
          collisions={collisionsBetween(places, whole(valuesOf(plan)), whole(values), whole(now))}
          busy={saving.busy}
          onResolve={settle}
          onClose={() => saving.forget()}
        />
      )}
      {tried && <WhatIfResult answer={tried} />}
    </div>
  );
}
