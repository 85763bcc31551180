'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { PlanView } from '@/lib/domain/plans/answers';

type Props = { compoundId: string; latest: number | null };

/** A new version of a compound's plan. */
export function NewPlan({ compoundId, latest }: Props) {
  const t = useTranslations('plans.create');
  const router = useRouter();
  const { act, busy, problem } = useAct<PlanView>();

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const from = String(new FormData(event.currentTarget).get('from') ?? 'empty');
    const made = await act('POST', '/api/v1/plans', { body: { compoundId, from } });
    if (made && made !== true) router.push(`/plans/${made.id}`);
  }

  return (
    <form onSubmit={create} className="space-y-4">
      {problem && <Banner tone="red" live title={t('refused')} list={sentencesOf(problem)} />}
      {latest === null && <p className="text-sm text-ink-2">{t('first')}</p>}
      {latest !== null && (
        <Field label={t('from')} group>
          <RadioGroup
            name="from"
            defaultValue="latest"
            layout="column"
            options={[
              { value: 'latest', label: t('latest', { no: latest }), hint: t('latestHint') },
              { value: 'empty', label: t('blank') },
            ]}
          />
        </Field>
      )}
      <Button type="submit" variant="primary" busy={busy}>
        {t('action', { no: (latest ?? 0) + 1 })}
      </Button>
    </form>
  );
}
