'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast-store';
import { newKey } from '@/lib/client/api';
import type { Field } from '@/lib/client/outbox/use-field';
import { dwellingName } from '@/lib/domain/compounds/dwelling-name';
import type { FieldHome } from '@/lib/domain/field/overlay';
import { visitRecord } from '@/lib/domain/field/record';
import { labelIn } from '@/lib/domain/kernel/label';
import { DOOR_LABELS } from '@/lib/domain/votes/labels';
import { DOORS, type Door } from '@/lib/domain/votes/types';

type Props = { field: Field; roundId: string; home: FieldHome; onDone: () => void };

/** 扫楼, apart from the vote: one tap. */
export function DoorRow({ field, roundId, home, onDone }: Props) {
  const t = useTranslations('field.form');
  const locale = useLocale();
  const [note, setNote] = useState('');
  const where = dwellingName(home);

  async function press(outcome: Door) {
    const made = { id: newKey(), key: newKey(), now: Date.now(), roundId, household: { id: home.id, where } };
    await field.add(visitRecord(made, { outcome, note: note.trim() }), []);
    toast(t('doorSaved', { where, outcome: labelIn(DOOR_LABELS[outcome], locale) }));
    onDone();
  }

  return (
    <section aria-label={t('door')} className="mt-5 space-y-2 border-t border-line pt-4">
      <h3 className="text-sm font-medium text-ink-2">{t('door')}</h3>
      <Input
        aria-label={t('doorNote')}
        placeholder={t('doorNote')}
        value={note}
        maxLength={200}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="grid grid-cols-3 gap-2">
        {DOORS.map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-pressed={home.door === outcome}
            onClick={() => press(outcome)}
            className={cn(
              'min-h-11 rounded-md border px-1 text-sm',
              home.door === outcome
                ? 'border-accent bg-accent-soft font-medium text-accent-ink'
                : 'border-line-strong bg-surface hover:bg-hover',
            )}
          >
            {labelIn(DOOR_LABELS[outcome], locale)}
          </button>
        ))}
      </div>
    </section>
  );
}
