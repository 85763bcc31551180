'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { fieldErrors } from '@/lib/client/api';
import type { BuildingRow } from '@/lib/domain/compounds/answers';
import { STRUCTURE_LABELS } from '@/lib/domain/compounds/labels';
import { STRUCTURES } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { changes, read } from './dialog-values';
import { ProblemNote } from './problem-note';
import { SmallConflict } from './small-conflict';
import { useSave } from './use-save';

const KINDS = {
  name: 'text',
  yearBuilt: 'number',
  structure: 'text',
  storeys: 'number',
  units: 'number',
  statedHouseholds: 'number',
  floorArea: 'area',
  remarks: 'text',
} as const;

type Props = { compoundId: string; building?: BuildingRow; onClose: () => void };

export function BuildingDialog({ compoundId, building, onClose }: Props) {
  const t = useTranslations('compounds.building');
  const locale = useLocale();
  const formId = useId();
  const { save, busy, problem, clear } = useSave();
  const [sent, setSent] = useState<Record<string, unknown>>({});
  const stored: Record<string, unknown> = { ...building };
  const text = (name: keyof typeof KINDS) => String(stored[name] ?? '');
  const error = (name: string) => fieldErrors(problem, name);

  async function send(body: Record<string, unknown>, version = building?.version) {
    setSent(body);
    const name = String(body.name ?? building?.name ?? '');
    const saved = building
      ? await save('PATCH', `/api/v1/buildings/${building.id}`, { body, version }, t('saved', { name }))
      : await save('POST', '/api/v1/buildings', { body: { compoundId, ...body } }, t('saved', { name }));
    if (saved) onClose();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = read(new FormData(event.currentTarget), KINDS);
    const body = building ? changes(typed, stored) : typed;
    void send('name' in body ? { ...body, name: body.name ?? '' } : body);
  }

  const number = (name: keyof typeof KINDS, suffix?: string) => (
    <Field label={t(name)} error={error(name)}>
      <Input name={name} inputMode="decimal" defaultValue={text(name)} suffix={suffix} />
    </Field>
  );
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={t(building ? 'edit' : 'add')}
        actions={
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t('save')}
          </Button>
        }
      >
        <form id={formId} onSubmit={submit} noValidate className="grid gap-4 p-0.5 sm:grid-cols-2">
          <Field label={t('name')} error={error('name')} required className="sm:col-span-2">
            <Input name="name" defaultValue={text('name')} autoComplete="off" />
          </Field>
          {number('yearBuilt')}
          <Field label={t('structure')} error={error('structure')}>
            <Select
              name="structure"
              placeholder="—"
              defaultValue={text('structure')}
              options={STRUCTURES.map((key) => ({ value: key, label: labelIn(STRUCTURE_LABELS[key], locale) }))}
            />
          </Field>
          {number('storeys')}
          {number('units')}
          {number('statedHouseholds')}
          {number('floorArea', '㎡')}
          <Field label={t('remarks')} error={error('remarks')} className="sm:col-span-2">
            <Textarea name="remarks" rows={2} defaultValue={text('remarks')} />
          </Field>
        </form>
        <ProblemNote problem={problem} fields={Object.keys(KINDS)} />
      </Dialog>
      {problem?.conflict && (
        <SmallConflict
          theirs={problem.conflict.theirs as Record<string, unknown>}
          mine={sent}
          label={(key) => t(key as 'name')}
          say={(key, value) =>
            key === 'structure' && value ? labelIn(STRUCTURE_LABELS[value as 'frame'], locale) : String(value ?? '')
          }
          busy={busy}
          onResolve={(body) => send(body, problem.conflict?.version)}
          onClose={clear}
        />
      )}
    </>
  );
}
