'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast-store';
import { api, fieldErrors, type Problem } from '@/lib/client/api';
import type { UnitDetail } from '@/lib/domain/units/views';
import { allTheirs, collisionsOf, savedValue } from './collisions';

export interface UnitField {
  name: string;
  label: string;
  hint?: string;
  value?: string;
  type?: 'date' | 'number';
  required?: boolean;
}

type Props = {
  method: 'POST' | 'PUT' | 'PATCH';
  path: string;
  /** The unit as it was opened; a new one has none. */
  unit?: UnitDetail;
  fields: readonly UnitField[];
  /** Sent along with what is filled in. */
  fixed?: Record<string, unknown>;
  /** The words of the fields as the command wants them. */
  shape?: 'plain' | 'facts';
  submit: string;
  danger?: boolean;
  note?: ReactNode;
  /** Leads to the unit that was made. */
  opens?: boolean;
};

/** Empty means not given, for what need not be; facts that are emptied are cleared. */
function bodyOf(form: FormData, { fields, fixed, shape }: Props): Record<string, unknown> {
  const values = Object.fromEntries(
    fields.map(({ name, type }) => {
      const text = String(form.get(name) ?? '').trim();
      return [name, type === 'number' && text ? Number(text) : text];
    }),
  );
  if (shape === 'facts') {
    const { feasibility, nameEn, sortOrder } = values;
    return { nameEn: nameEn || null, sortOrder: sortOrder || 0, approvers: feasibility ? { feasibility } : {} };
  }
  return { ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')), ...fixed };
}

/** What stands in the form, as text. */
const typedIn = (form: FormData, fields: readonly UnitField[]) =>
  Object.fromEntries(fields.map(({ name }) => [name, String(form.get(name) ?? '').trim()]));

type Conflict = { theirs: UnitDetail; version: number; mine: Record<string, string> };

/** One thing at a time: create, rename, retire and the other facts are forms of the same make. */
export function UnitForm(props: Props) {
  const { method, path, unit, fields, submit: label, danger, note, opens } = props;
  const t = useTranslations('units');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [conflict, setConflict] = useState<Conflict>();

  async function send(version: number | undefined) {
    if (!form.current) return;
    const given = new FormData(form.current);
    setBusy(true);
    const result = await api<UnitDetail>(method, path, { body: bodyOf(given, props), version });
    setBusy(false);
    if (!result.ok) return refuse(result.problem, given);
    finish(t('saved'));
    if (opens) router.push(`/units/${result.value.id}`);
  }

  function refuse(refusal: Problem, given: FormData) {
    const met = refusal.conflict;
    setProblem(met ? undefined : refusal);
    setConflict(met && { theirs: met.theirs as UnitDetail, version: met.version, mine: typedIn(given, fields) });
  }

  function finish(said: string) {
    setProblem(undefined);
    setConflict(undefined);
    toast(said);
    router.refresh();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void send(unit?.version);
  }

  const theirs = conflict?.theirs;
  const collisions = conflict && unit ? collisionsOf(fields, conflict.mine, unit, conflict.theirs) : [];

  /** The other's choice goes into the form too, so that it shows what is sent. */
  async function resolve(takeTheirs: ReadonlySet<string>) {
    if (!conflict) return;
    for (const name of takeTheirs) {
      const input = form.current?.elements.namedItem(name);
      if (input instanceof HTMLInputElement) input.value = savedValue(conflict.theirs, name);
    }
    if (allTheirs(collisions, takeTheirs)) return finish(t('kept'));
    setConflict(undefined);
    await send(conflict.version);
  }

  const loose = (problem?.reasons ?? []).filter(({ field }) => !fields.some(({ name }) => name === field));
  return (
    <form ref={form} onSubmit={submit} noValidate className="max-w-xl space-y-4">
      {problem && <Banner tone="red" title={problem.detail} list={loose.map(({ message }) => message)} live />}
      {note}
      {fields.map(({ name, label: word, hint, value, type, required }) => (
        <Field key={name} label={word} hint={hint} error={fieldErrors(problem, name)} required={required}>
          <Input name={name} type={type} defaultValue={value} maxLength={500} autoComplete="off" />
        </Field>
      ))}
      <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy}>
        {label}
      </Button>
      {theirs && (
        <ConflictDialog
          collisions={collisions}
          busy={busy}
          note={
            theirs.validTo
              ? t('theirsRetired', { name: theirs.name, code: theirs.code, date: theirs.validTo })
              : t('theirs', { name: theirs.name, code: theirs.code })
          }
          onResolve={resolve}
          onClose={() => setConflict(undefined)}
        />
      )}
    </form>
  );
}
