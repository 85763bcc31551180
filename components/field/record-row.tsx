'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Spinner } from '@/components/ui/spinner';
import { type Light, StatusLight } from '@/components/ui/status-light';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { mayAmend, mayDiscard } from '@/lib/domain/field/machine';
import type { FieldRecord } from '@/lib/domain/field/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHOICE_LABELS, DOOR_LABELS } from '@/lib/domain/votes/labels';
import { ConflictDialog } from './conflict-dialog';
import { homeHref } from './use-hash';

type Props = { field: Field; facts: FieldFacts; record: FieldRecord };

const LIGHTS: Record<FieldRecord['state']['is'], Light> = {
  waiting: 'neutral',
  sending: 'neutral',
  sent: 'green',
  refused: 'red',
  conflict: 'amber',
};

export function RecordRow({ field, facts, record }: Props) {
  const t = useTranslations('field.records');
  const locale = useLocale();
  const format = useFormatter();
  const { state, household, roundId } = record;
  const title = facts.rounds.find(({ id }) => id === roundId)?.title ?? t('noRound');
  const what =
    record.kind === 'ballot'
      ? t('ballot', { choice: labelIn(CHOICE_LABELS[record.body.ballots[0].choice], locale) })
      : t('visit', { outcome: labelIn(DOOR_LABELS[record.body.visits[0]?.outcome ?? 'to_visit'], locale) });
  const word = t(`state.${state.is === 'waiting' ? state.why : state.is}`);
  return (
    <li className="space-y-1.5 px-4 py-3">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-medium">{household.where}</p>
          <p className="text-sm text-ink-2">{what}</p>
        </div>
        <span className="flex shrink-0 items-center gap-1.5 text-sm">
          {state.is === 'sending' && <Spinner />}
          <StatusLight light={LIGHTS[state.is]}>{word}</StatusLight>
        </span>
      </div>
      {state.is === 'refused' && (
        <ul className="list-disc space-y-0.5 rounded-md bg-red-soft py-2 pr-3 pl-7 text-sm text-red-ink">
          {state.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <p className="truncate text-xs text-ink-3">
        {title} · {t('recordedAt', { time: format.dateTime(record.createdAt, 'moment') })}
      </p>
      <Acts field={field} facts={facts} record={record} />
    </li>
  );
}

function Acts({ field, facts, record }: Props) {
  const t = useTranslations('field.records');
  const [comparing, setComparing] = useState(false);
  const { state, household, roundId } = record;
  const isHere = facts.rounds.some(({ id, gone }) => id === roundId && !gone);
  if (!mayDiscard(record)) return null;
  const mayChange = record.kind === 'ballot' && mayAmend(record) && isHere;
  return (
    <div className="flex flex-wrap gap-2 pt-0.5">
      {record.kind === 'ballot' && state.is === 'conflict' && (
        <>
          <Button variant="primary" onClick={() => setComparing(true)}>
            {t('compare')}
          </Button>
          <ConflictDialog field={field} record={record} open={comparing} onOpenChange={setComparing} />
        </>
      )}
      {mayChange && (
        <a href={homeHref(roundId, household.id)} className={buttonStyle('secondary')}>
          {t('amend')}
        </a>
      )}
      <ConfirmDialog
        danger
        title={t('discardTitle', { where: household.where })}
        description={t('discardText')}
        confirmLabel={t('discard')}
        onConfirm={() => field.discard(record.id)}
        trigger={<Button variant="quiet">{t(state.is === 'waiting' ? 'withdraw' : 'discard')}</Button>}
      />
    </div>
  );
}
