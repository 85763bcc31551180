'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { PlanDetail } from '@/lib/domain/annual/answers';

type Props = { year: number; adjusts?: boolean };

/** Begins the plan of a year, or its adjustment. */
export function CreatePlan({ year, adjusts }: Props) {
  const t = useTranslations('annual.plans');
  const router = useRouter();
  const { act, busy, problem } = useAct<PlanDetail>();
  async function create() {
    const made = await act('POST', '/api/v1/annual-plans', { body: { year } });
    if (typeof made !== 'object') return;
    toast(t('created'));
    router.push(`/annual-plans/${made.id}`);
  }
  return (
    <div className="space-y-2">
      <Button variant="primary" busy={busy} onClick={create}>
        {adjusts ? t('adjust') : t('create', { year: String(year) })}
      </Button>
      {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
    </div>
  );
}
