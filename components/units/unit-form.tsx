'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast-store';
import { api, fieldErrors, type Problem } from '@/lib/client/api';
import type { UnitDetail } from '@/lib/domain/units/views';

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
  version?: number;
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

/** One thing at a time: create, rename, retire and the other facts are forms of the same make. */
export function UnitForm(props: Props) {
  const { method, path, version, fields, submit: label, danger, note, opens } = props;
  const t = useTranslations('units');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const conflict = problem?.conflict;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    // After a conflict was shown, saving again means: on top of what was seen.
    const sent = { body: bodyOf(new FormData(event.currentTarget), props), version: conflict?.version ?? version };
    const result = await api<UnitDetail>(method, path, sent);
    setBusy(false);
    setProblem(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    toast(t('saved'));
    if (opens) router.push(`/units/${result.value.id}`);
    router.refresh();
  }

  const theirs = conflict?.theirs as UnitDetail | undefined;
  const loose = (problem?.reasons ?? []).filter(({ field }) => !fields.some(({ name }) => name === field));
  return (
    <form onSubmit={submit} noValidate className="max-w-xl space-y-4">
      {theirs && (
        <Banner tone="amber" title={t('conflict')} live>
          {t('theirs', { name: theirs.name, code: theirs.code })}
        </Banner>
      )}
      {problem && !theirs && (
        <Banner tone="red" title={problem.detail} list={loose.map(({ message }) => message)} live />
      )}
      {note}
      {fields.map(({ name, label: word, hint, value, type, required }) => (
        <Field key={name} label={word} hint={hint} error={fieldErrors(problem, name)} required={required}>
          <Input name={name} type={type} defaultValue={value} maxLength={500} autoComplete="off" />
        </Field>
      ))}
      <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy}>
        {theirs ? t('reload') : label}
      </Button>
    </form>
  );
}
