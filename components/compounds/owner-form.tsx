'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { api, fieldErrors } from '@/lib/client/api';
import type { HouseholdRow, OwnerMask } from '@/lib/domain/compounds/answers';
import { OWNER_KIND_LABELS } from '@/lib/domain/compounds/labels';
import { OWNER_KINDS } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { ProblemNote } from './problem-note';
import { SmallConflict } from './small-conflict';
import { useSave } from './use-save';

type Props = {
  /** To change; absent: another owner of `household`. */
  owner?: OwnerMask;
  household?: HouseholdRow;
  onDone: (household?: HouseholdRow) => void;
};

/** A stored owner's fields are empty: what is not typed stays as it is, and nobody sees clear text who did not ask. */
export function OwnerForm({ owner, household, onDone }: Props) {
  const t = useTranslations('compounds.household');
  const locale = useLocale();
  const { save, busy, problem, clear } = useSave();
  const box = useRef<HTMLFieldSetElement>(null);
  const sent = useRef<Record<string, unknown>>({});
  const asked = useRef(0);
  const [known, setKnown] = useState<ComboOption[]>([]);

  function typed(): Record<string, unknown> {
    const of = (name: string) =>
      box.current?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value.trim() ?? '';
    const body = { kind: of('kind'), name: of('name'), phone: of('phone') };
    if (!owner) return { ...body, phone: body.phone || null };
    return Object.fromEntries(
      Object.entries(body).filter(([name, value]) => value !== '' && !(name === 'kind' && value === owner.kind)),
    );
  }

  async function send(body: Record<string, unknown>, version = owner?.version) {
    sent.current = body;
    if (owner) {
      if (await save('PATCH', `/api/v1/owners/${owner.id}`, { body, version })) onDone();
    } else {
      const saved = await save<HouseholdRow>('POST', `/api/v1/households/${household?.id}/owners`, { body });
      if (saved) onDone(saved);
    }
  }

  /** Owners of other dwellings of the compound, found by room: names are masked, rooms tell them apart. */
  async function find(room: string) {
    asked.current += 1;
    const turn = asked.current;
    if (!household || room.trim() === '') return setKnown([]);
    const search = new URLSearchParams({ room: room.trim(), limit: '20' });
    const path = `/api/v1/compounds/${household.compoundId}/households?${search}`;
    const answer = await api<{ items: HouseholdRow[] }>('GET', path);
    // An answer to what was typed before comes too late.
    if (turn !== asked.current || !answer.ok) return;
    const taken = new Set(household.owners.map((one) => one.id));
    const found = answer.value.items.flatMap((home) =>
      home.owners.map((one): [string, ComboOption] => [
        one.id,
        { value: one.id, label: one.name, note: `${home.building} ${home.unitNo} ${home.room}` },
      ]),
    );
    setKnown([...new Map(found.filter(([id]) => !taken.has(id))).values()]);
  }

  return (
    <fieldset ref={box} className="mt-2 grid gap-3 rounded-md border border-line bg-sunken p-3 sm:grid-cols-2">
      <legend className="sr-only">{t(owner ? 'editOwner' : 'addOwner')}</legend>
      {household && (
        <div className="sm:col-span-2">
          <Field label={t('knownOwner')} hint={t('knownHint')} error={fieldErrors(problem, 'ownerId')}>
            <Combobox
              options={known}
              onSearch={find}
              onChange={(ownerId) => ownerId && void send({ ownerId })}
              placeholder={t('knownFind')}
            />
          </Field>
        </div>
      )}
      <Field label={t('ownerName')} hint={owner && t('keep')} error={fieldErrors(problem, 'name')} required={!owner}>
        <Input name="name" autoComplete="off" placeholder={owner?.name} />
      </Field>
      <Field label={t('phone')} hint={owner && t('keep')} error={fieldErrors(problem, 'phone')}>
        <Input name="phone" inputMode="tel" autoComplete="off" placeholder={owner?.phone ?? undefined} />
      </Field>
      <Field label={t('ownerKind')}>
        <Select
          name="kind"
          defaultValue={owner?.kind ?? 'person'}
          options={OWNER_KINDS.map((kind) => ({ value: kind, label: labelIn(OWNER_KIND_LABELS[kind], locale) }))}
        />
      </Field>
      <div className="flex items-end">
        <Button variant="primary" size="sm" busy={busy} onClick={() => send(typed())}>
          {t('saveOwner')}
        </Button>
      </div>
      <div className="sm:col-span-2">
        <ProblemNote problem={problem} fields={['ownerId', 'name', 'phone']} />
      </div>
      {problem?.conflict && (
        <SmallConflict
          theirs={problem.conflict.theirs as Record<string, unknown>}
          mine={sent.current}
          label={(key) => t(({ kind: 'ownerKind', name: 'ownerName', phone: 'phone' } as const)[key as 'kind'])}
          say={(key, value) =>
            key === 'kind' ? labelIn(OWNER_KIND_LABELS[value as 'person'], locale) : String(value ?? '')
          }
          busy={busy}
          onResolve={(body) => send(body, problem.conflict?.version)}
          onClose={clear}
        />
      )}
    </fieldset>
  );
}
