'use client';

import { useState } from 'react';
import { newKey } from '@/lib/client/api';
import { dropHalf, keepHalf, readHalf } from '@/lib/client/outbox/half-written';
import type { StoredPhoto } from '@/lib/client/outbox/store';
import type { Field } from '@/lib/client/outbox/use-field';
import { dwellingName } from '@/lib/domain/compounds/dwelling-name';
import { mayAmend } from '@/lib/domain/field/machine';
import type { FieldHome } from '@/lib/domain/field/overlay';
import { ballotRecord } from '@/lib/domain/field/record';
import type { DoorRecord, DoorSlot } from '@/lib/domain/field/types';
import type { RoundPackage } from '@/lib/domain/votes/answers';
import { type BallotGap, type FilledBallot, gapsOf } from '@/lib/domain/votes/filled-ballot';
import { recordedFrom, startingValues } from './form-values';
import { useStoredPhotos } from './use-stored-photos';

export type Photos = Partial<Record<DoorSlot, Blob>>;

/** What is filled in at a door, and what becomes of it when it is saved. */
export function useBallotForm(field: Field, taken: RoundPackage, home: FieldHome) {
  const { record, ballotId } = home;
  const key = `${taken.round.id}-${home.id}`;
  const [values, setValues] = useState<FilledBallot>(() => readHalf<FilledBallot>(key) ?? startingValues(home));
  const [faults, setFaults] = useState<BallotGap[]>([]);
  const [busy, setBusy] = useState(false);
  const isAmended = record !== null && mayAmend(record);
  const [photos, setPhotos] = useStoredPhotos<Photos>(field, isAmended ? record.id : null);

  function change(some: Partial<FilledBallot>) {
    const next = { ...values, ...some };
    setValues(next);
    keepHalf(key, next);
  }

  async function keep(made: DoorRecord, stored: StoredPhoto[]): Promise<boolean> {
    if (isAmended) return (await field.amend(made.id, made, stored)) === true;
    await field.add(made, stored);
    return true;
  }

  /** 'saved', 'faults' that are shown now, or 'unsure': it left meanwhile. */
  async function save(): Promise<'saved' | 'faults' | 'unsure'> {
    const found = gapsOf(values, { proxyPhoto: photos.proxy !== undefined, standing: ballotId !== null });
    setFaults(found);
    if (found.length > 0 || !values.choice) return 'faults';
    setBusy(true);
    const id = isAmended && record ? record.id : newKey();
    const taking = (slot: DoorSlot): StoredPhoto[] => {
      const blob = slot === 'proxy' && !values.byProxy ? undefined : photos[slot];
      return blob ? [{ key: newKey(), recordId: id, slot, blob }] : [];
    };
    const stored = [...taking('ballot'), ...taking('proxy')];
    const made = ballotRecord(
      {
        id,
        key: newKey(),
        now: Date.now(),
        roundId: taken.round.id,
        household: { id: home.id, where: dwellingName(home) },
      },
      recordedFrom(values, values.choice, taken.round.round, ballotId),
      stored.map(({ slot, key: photo }) => ({ slot, key: photo, fileId: null })),
    );
    const isKept = await keep(made, stored);
    setBusy(false);
    if (!isKept) return 'unsure';
    dropHalf(key);
    return 'saved';
  }

  return { values, change, photos, setPhotos, faults, busy, save };
}

export type BallotForm = ReturnType<typeof useBallotForm>;
