'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useOptimistic, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { TextLink } from '@/components/ui/text-link';
import { toast } from '@/components/ui/toast-store';
import { hrefWith } from '@/components/ui/url';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { labelIn } from '@/lib/domain/kernel/label';
import type { RoundView, SchemeView } from '@/lib/domain/votes/answers';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import type { RoundNumber } from '@/lib/domain/votes/types';
import { type Choice, CompoundChoice } from '../compound-choice';

interface Chosen {
  compound: string;
  round: RoundNumber;
  scheme: string;
}

type Props = {
  first: readonly Choice[];
  chosen: Chosen;
  schemes: readonly Pick<SchemeView, 'id' | 'no' | 'title' | 'status'>[];
  today: string;
  /** the same vote is under way, or has passed */
  closed: boolean;
};

const FIELDS = ['compoundId', 'round', 'schemeId', 'plannedCloseOn'];

/** What is chosen stands in the address, so that the page beside can say what it still needs. */
export function RoundForm({ first, chosen, schemes, today, closed }: Props) {
  const t = useTranslations('voteDesk.create');
  const words = useTranslations('voteDesk.schemes');
  const locale = useLocale();
  const router = useRouter();
  const [day, setDay] = useState('');
  const { act, busy, problem } = useAct<RoundView>(() => router.refresh());
  // what was pressed shows at once; the conditions beside it follow
  const [shown, show] = useOptimistic(chosen);
  const { compound, round, scheme } = shown;

  function choose(change: Partial<Chosen>) {
    const next = { ...shown, ...change };
    const query = { compound: next.compound, round: String(next.round), scheme: next.round === 2 ? next.scheme : '' };
    startTransition(() => {
      show(next);
      router.replace(hrefWith('/votes/new', query), { scroll: false });
    });
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    const body = {
      compoundId: compound,
      round,
      ...(round === 2 && scheme ? { schemeId: scheme } : {}),
      ...(day ? { plannedCloseOn: day } : {}),
    };
    const made = await act('POST', '/api/v1/rounds', { body });
    if (typeof made !== 'object') return;
    toast(t('created'));
    router.push(`/votes/${made.id}`);
  }

  const others = problem && (problem.reasons ?? []).every(({ field }) => !field || !FIELDS.includes(field));
  return (
    <form onSubmit={send} noValidate className="space-y-5">
      <CompoundChoice
        label={t('compound')}
        hint={t('compoundHint')}
        first={first}
        value={compound}
        error={fieldErrors(problem, 'compoundId')}
        onChange={(id) => choose({ compound: id, scheme: '' })}
      />
      <Field label={t('round')} error={fieldErrors(problem, 'round')} group>
        <RadioGroup
          name="round"
          value={String(round)}
          onChange={(event) => choose({ round: event.target.value === '2' ? 2 : 1 })}
          options={([1, 2] as const).map((value) => ({
            value: String(value),
            label: labelIn(ROUND_LABELS[value], locale),
          }))}
        />
      </Field>
      {round === 2 && compound && schemes.length === 0 && (
        <p className="text-sm text-amber-ink">
          {t('noScheme')}
          <TextLink href={`/votes/schemes?compound=${compound}`}>{t('writeScheme')}</TextLink>
        </p>
      )}
      {round === 2 && schemes.length > 0 && (
        <Field label={t('scheme')} error={fieldErrors(problem, 'schemeId')} required>
          <Select
            value={scheme}
            placeholder={t('schemeNone')}
            onChange={(event) => choose({ scheme: event.target.value })}
            options={schemes.map(({ id, no, title, status }) => ({
              value: id,
              label: t('schemeOption', { no, title, status: words(status) }),
            }))}
          />
        </Field>
      )}
      <Field label={t('closeOn')} hint={t('closeHint')} error={fieldErrors(problem, 'plannedCloseOn')} optional>
        <Input type="date" min={today} value={day} onChange={(event) => setDay(event.target.value)} />
      </Field>
      {problem && others && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
      <Button type="submit" variant="primary" busy={busy} disabled={!compound || closed || (round === 2 && !scheme)}>
        {t('start')}
      </Button>
    </form>
  );
}
