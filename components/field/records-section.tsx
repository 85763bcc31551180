'use client';

import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import type { FieldRecord } from '@/lib/domain/field/types';
import { RecordRow } from './record-row';

type Props = { field: Field; facts: FieldFacts };

const needsPerson = ({ state }: FieldRecord) => state.is === 'refused' || state.is === 'conflict';
const isOnItsWay = ({ state }: FieldRecord) => state.is === 'waiting' || state.is === 'sending';
const newestFirst = (a: FieldRecord, b: FieldRecord) => b.createdAt - a.createdAt;

/** What was recorded on this device, each with its state: first what a person must decide, then what waits, then what has arrived. */
export function RecordsSection({ field, facts }: Props) {
  const t = useTranslations('field.records');
  const records = [...facts.records].sort(newestFirst);
  const [attention, waiting] = [records.filter(needsPerson), records.filter(isOnItsWay)];
  const drafts = records.filter(({ state }) => state.is === 'draft');
  const sent = records.filter(({ state }) => state.is === 'sent');
  const list = (some: FieldRecord[]) => (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {some.map((record) => (
        <RecordRow key={record.id} field={field} facts={facts} record={record} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="records" className="space-y-3">
      <div className="flex items-center justify-between gap-2">
        <h2 id="records" className="font-semibold">
          {t('title')}
        </h2>
        {waiting.length > 0 && (
          <Button busy={facts.busy} icon={<Send aria-hidden="true" />} onClick={() => field.sendNow()}>
            {t('sendNow')}
          </Button>
        )}
      </div>
      {attention.length > 0 && (
        <div className="space-y-1.5">
          <h3 className="text-sm font-medium text-amber-ink">{t('attention')}</h3>
          {list(attention)}
        </div>
      )}
      {drafts.length > 0 && (
        <div className="space-y-1.5">
          <h3 className="text-sm font-medium text-ink-2">{t('drafts')}</h3>
          {list(drafts)}
        </div>
      )}
      {waiting.length > 0 && (
        <div className="space-y-1.5">
          <h3 className="text-sm font-medium text-ink-2">{t('waiting')}</h3>
          {list(waiting)}
        </div>
      )}
      {sent.length > 0 && (
        <details className="space-y-1.5">
          <summary className="min-h-11 cursor-pointer py-2 text-sm font-medium text-ink-2 underline-offset-2 hover:underline">
            {t('sent', { count: sent.length })}
          </summary>
          {list(sent)}
        </details>
      )}
    </section>
  );
}
