'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { labelIn } from '@/lib/domain/kernel/label';
import { DOOR_LABELS } from '@/lib/domain/votes/labels';
import { DOORS, type Door } from '@/lib/domain/votes/types';
import type { DeskRound } from './desk-round';

type Props = { round: DeskRound; householdId: string; door: Door | null; onDone: (door: Door) => void };

/** 扫楼: who was at the door and when, apart from the vote. */
export function VisitForm({ round, householdId, door, onDone }: Props) {
  const t = useTranslations('voteGrid.visit');
  const locale = useLocale();
  const { act, busy, problem } = useAct<{ recorded: number }>();
  const [missing, setMissing] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const outcome = DOORS.find((one) => one === typed.get('outcome'));
    setMissing(!outcome);
    if (!outcome) return;
    const note = String(typed.get('note') ?? '').trim();
    const visitedOn = String(typed.get('day') ?? '');
    const visit = { householdId, outcome, ...(note && { note }), ...(visitedOn && { visitedOn }) };
    if (!(await act('POST', `/api/v1/rounds/${round.id}/visits`, { body: { visits: [visit] } }))) return;
    toast(t('done'));
    onDone(outcome);
  }

  return (
    <form onSubmit={submit} noValidate aria-label={t('title')} className="space-y-3">
      <Field label={t('outcome')} group required error={missing ? t('missing') : undefined}>
        <RadioGroup
          name="outcome"
          defaultValue={door ?? ''}
          options={DOORS.map((one) => ({ value: one, label: labelIn(DOOR_LABELS[one], locale) }))}
        />
      </Field>
      <div className="grid gap-3 sm:grid-cols-[1fr_10rem]">
        <Field label={t('note')}>
          <Input name="note" maxLength={200} autoComplete="off" />
        </Field>
        <Field label={t('day')}>
          <Input type="date" name="day" defaultValue={round.today} max={round.today} />
        </Field>
      </div>
      {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
      <Button type="submit" busy={busy}>
        {t('save')}
      </Button>
    </form>
  );
}
