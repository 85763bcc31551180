'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field as FormField } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { newKey } from '@/lib/client/api';
import type { Field } from '@/lib/client/outbox/use-field';
import type { BallotRecord } from '@/lib/domain/field/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHANNEL_LABELS, CHOICE_LABELS } from '@/lib/domain/votes/labels';
import type { Channel, Choice } from '@/lib/domain/votes/types';
import { colon } from '@/lib/format/colon';

type Props = { field: Field; record: BallotRecord; open: boolean; onOpenChange: (open: boolean) => void };

/** Two officers recorded one household: both are shown, the second decides, and says why. */
export function ConflictDialog({ field, record, open, onOpenChange }: Props) {
  const t = useTranslations('field.conflict');
  const locale = useLocale();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  if (record.state.is !== 'conflict') return null;
  const { theirs } = record.state;
  const [mine] = record.body.ballots;

  async function decide(whose: 'mine' | 'theirs') {
    const given = reason.trim();
    if (!given) return setMissing(true);
    await field.decide(record.id, whose, given, newKey());
    toast(t('decided'));
    onOpenChange(false);
  }

  return (
    <Dialog
      title={`${t('title')}${colon(locale)}${record.household.where}`}
      description={t('text')}
      open={open}
      onOpenChange={onOpenChange}
      actions={
        <div className="grid w-full grid-cols-2 gap-2 max-[22rem]:grid-cols-1">
          <Button size="lg" className="whitespace-normal" onClick={() => decide('theirs')}>
            {t('keepTheirs')}
          </Button>
          <Button size="lg" variant="primary" className="whitespace-normal" onClick={() => decide('mine')}>
            {t('keepMine')}
          </Button>
        </div>
      }
    >
      <div className="grid grid-cols-2 gap-2">
        <Side title={t('theirs')} {...theirs} by={theirs.recordedBy.name} at={Date.parse(theirs.recordedAt)} />
        <Side title={t('mine')} {...mine} by={null} at={record.createdAt} />
      </div>
      <FormField
        className="mt-4"
        label={t('reason')}
        hint={t('reasonHint')}
        error={missing ? t('reasonMissing') : undefined}
        required
      >
        <Textarea value={reason} maxLength={200} rows={2} onChange={(event) => setReason(event.target.value)} />
      </FormField>
    </Dialog>
  );
}

interface Shown {
  title: string;
  choice: Choice | null;
  channel: Channel;
  formNo?: string | null;
  by: string | null;
  at: number;
}

function Side({ title, choice, channel, formNo, by, at }: Shown) {
  const t = useTranslations('field.conflict');
  const locale = useLocale();
  const format = useFormatter();
  const facts = [
    ...(by ? [[t('by'), by]] : []),
    [t('at'), format.dateTime(at, 'moment')],
    [t('channel'), labelIn(CHANNEL_LABELS[channel], locale)],
    [t('formNo'), formNo || t('none')],
  ];
  return (
    <section className="min-w-0 rounded-lg border border-line p-3">
      <h3 className="text-xs text-ink-3">{title}</h3>
      <p className="text-lg font-semibold">{choice ? labelIn(CHOICE_LABELS[choice], locale) : t('none')}</p>
      <dl className="mt-2 space-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-ink-3">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
