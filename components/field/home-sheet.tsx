'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast-store';
import type { Field } from '@/lib/client/outbox/use-field';
import { dwellingName } from '@/lib/domain/compounds/dwelling-name';
import { mayAmend } from '@/lib/domain/field/machine';
import type { FieldHome } from '@/lib/domain/field/overlay';
import type { TakenRound } from '@/lib/domain/field/types';
import { labelIn } from '@/lib/domain/kernel/label';
import type { RoundPackage } from '@/lib/domain/votes/answers';
import { CHOICE_LABELS } from '@/lib/domain/votes/labels';
import { formatAreaNumber } from '@/lib/format/area';
import { BallotFields } from './ballot-fields';
import { ConflictDialog } from './conflict-dialog';
import { DoorRow } from './door-row';
import { useBallotForm } from './use-ballot-form';

type Props = { field: Field; round: TakenRound; taken: RoundPackage; home: FieldHome; onClose: () => void };

/** A dwelling: what is known of it, and the ballot that is recorded at its door. */
export function HomeSheet({ field, taken, home, onClose }: Props) {
  const t = useTranslations('field.form');
  const form = useBallotForm(field, taken, home);
  const where = dwellingName(home);
  const { record } = home;
  const isUnsure = record !== null && record.state.is !== 'sent' && record.state.is !== 'conflict' && !mayAmend(record);
  const isClash = record?.state.is === 'conflict';
  const isClosed = isUnsure || isClash;

  async function save() {
    const done = await form.save();
    if (done === 'unsure') toast(t('unsure'), 'red');
    if (done !== 'saved') return;
    toast(t('saved', { where }));
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={where}
      description={<About home={home} />}
      actions={
        !isClosed && (
          <Button variant="primary" size="lg" className="w-full" busy={form.busy} onClick={save}>
            {t('save')}
          </Button>
        )
      }
    >
      {isUnsure && <Banner tone="amber" title={t('unsure')} />}
      {isClash && record && <Clash field={field} record={record} />}
      {record?.state.is === 'refused' && <Banner tone="red" title={record.state.sentences.join(' ')} />}
      {!isClosed && <BallotFields form={form} taken={taken} isCorrection={home.ballotId !== null} />}
      <DoorRow field={field} roundId={taken.round.id} home={home} onDone={onClose} />
    </Dialog>
  );
}

function About({ home }: { home: FieldHome }) {
  const t = useTranslations('field.form');
  const locale = useLocale();
  const lines = [
    t('area', { area: formatAreaNumber(home.area) }),
    ...(home.owners.length > 0 ? [t('owners', { names: home.owners.map(({ name }) => name).join('、') })] : []),
    ...(home.voterDwellings > 1 ? [t('dwellings', { count: home.voterDwellings })] : []),
    ...(home.choice ? [t('now', { choice: labelIn(CHOICE_LABELS[home.choice], locale) })] : []),
  ];
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Clash({ field, record }: { field: Field; record: NonNullable<FieldHome['record']> }) {
  const t = useTranslations('field.form');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Banner
        tone="amber"
        title={t('isConflict')}
        action={
          <Button variant="primary" onClick={() => setOpen(true)}>
            {t('decide')}
          </Button>
        }
      />
      <ConflictDialog field={field} record={record} open={open} onOpenChange={setOpen} />
    </>
  );
}
