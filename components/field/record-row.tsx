'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Spinner } from '@/components/ui/spinner';
import { type Light, StatusLight } from '@/components/ui/status-light';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { type FieldRecord, isAtDoor, takenOf, whereOf } from '@/lib/domain/field/types';
import { RecordActs } from './record-acts';
import { useRecordWords } from './record-words';

type Props = { field: Field; facts: FieldFacts; record: FieldRecord };

const LIGHTS: Record<FieldRecord['state']['is'], Light> = {
  draft: 'neutral',
  waiting: 'neutral',
  sending: 'neutral',
  sent: 'green',
  refused: 'red',
  conflict: 'amber',
};

export function RecordRow({ field, facts, record }: Props) {
  const t = useTranslations('field.records');
  const format = useFormatter();
  const { what, stateOf } = useRecordWords();
  const { state } = record;
  const taken = [...facts.rounds, ...facts.projects].find(({ id }) => id === takenOf(record));
  return (
    <li className="space-y-1.5 px-4 py-3">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-medium">{whereOf(record)}</p>
          <p className="text-sm text-ink-2">{what(record)}</p>
        </div>
        <span className="flex shrink-0 items-center gap-1.5 text-sm">
          {state.is === 'sending' && <Spinner />}
          <StatusLight light={LIGHTS[state.is]}>{stateOf(record)}</StatusLight>
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
        {(isAtDoor(record) || !taken) && `${taken?.title ?? t('noRound')} · `}
        {t('recordedAt', { time: format.dateTime(record.createdAt, 'moment') })}
      </p>
      <RecordActs field={field} record={record} here={taken !== undefined && !taken.gone} />
    </li>
  );
}
