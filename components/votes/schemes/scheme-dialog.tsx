'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, type Problem, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { labelIn } from '@/lib/domain/kernel/label';
import type { SchemeView } from '@/lib/domain/votes/answers';
import { SHARE_RULE_LABELS } from '@/lib/domain/votes/labels';
import { SHARE_RULES } from '@/lib/domain/votes/types';

type Props = {
  compoundId: string;
  /** the version to change; without it a new one is made */
  scheme?: SchemeView;
  /** whose parts a new one can take over, the latest first */
  earlier?: readonly Pick<SchemeView, 'id' | 'no' | 'title' | 'estimate' | 'ownersShare' | 'shareRule'>[];
  trigger: ReactElement;
};

const FIELDS = ['title', 'estimate', 'ownersShare', 'shareRule', 'note', 'from'];
const said = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** Sums as people write them: with thousands separated, and with spaces. */
const sum = (form: FormData, name: string) => said(form, name).replaceAll(/[,，\s]/g, '');

function bodyOf(form: FormData, compoundId: string, isNew: boolean) {
  const note = said(form, 'note');
  const from = said(form, 'from');
  const body = {
    title: said(form, 'title'),
    estimate: sum(form, 'estimate'),
    ownersShare: sum(form, 'ownersShare'),
    shareRule: said(form, 'shareRule'),
  };
  if (!isNew) return { ...body, note: note || null };
  return { compoundId, ...body, ...(note ? { note } : {}), ...(from ? { from } : {}) };
}

export function SchemeDialog({ compoundId, scheme, earlier = [], trigger }: Props) {
  const t = useTranslations('voteDesk.schemes');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { act, busy, problem, forget } = useAct<SchemeView>(() => router.refresh());

  async function send(form: FormData) {
    const body = bodyOf(form, compoundId, !scheme);
    const saved = scheme
      ? await act('PATCH', `/api/v1/schemes/${scheme.id}`, { body, version: scheme.version })
      : await act('POST', '/api/v1/schemes', { body });
    if (typeof saved !== 'object') return;
    setOpen(false);
    toast(scheme ? t('saved') : t('created', { no: saved.no }));
    if (!scheme) router.push(`/votes/schemes?compound=${compoundId}&version=${saved.no}`);
    router.refresh();
  }

  return (
    <FormDialog
      title={scheme ? t('editTitle', { no: scheme.no }) : t('newTitle')}
      trigger={trigger}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      action={t(scheme ? 'save' : 'create')}
      busy={busy}
      onSubmit={send}
    >
      <SchemeFields start={scheme ?? earlier[0]} note={scheme?.note} problem={problem} />
      {!scheme && earlier.length > 0 && (
        <Field label={t('field.from')} error={fieldErrors(problem, 'from')}>
          <Select
            name="from"
            defaultValue={earlier[0]?.id}
            placeholder={t('field.fromNone')}
            options={earlier.map((one) => ({ value: one.id, label: `${t('version', { no: one.no })} ${one.title}` }))}
          />
        </Field>
      )}
      <SchemeProblem problem={problem} />
    </FormDialog>
  );
}

type FieldsProps = {
  start?: Pick<SchemeView, 'title' | 'estimate' | 'ownersShare' | 'shareRule'>;
  note?: string | null;
  problem: Problem | undefined;
};

function SchemeFields({ start, note, problem }: FieldsProps) {
  const t = useTranslations('voteDesk.schemes.field');
  const locale = useLocale();
  const errors = (field: string) => fieldErrors(problem, field);
  return (
    <>
      <Field label={t('title')} error={errors('title')} required>
        <Input name="title" maxLength={80} defaultValue={start?.title} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('estimate')} hint={t('estimateHint')} error={errors('estimate')} required>
          <Input name="estimate" inputMode="decimal" defaultValue={start?.estimate} />
        </Field>
        <Field label={t('ownersShare')} error={errors('ownersShare')} required>
          <Input name="ownersShare" inputMode="decimal" defaultValue={start?.ownersShare} />
        </Field>
      </div>
      <Field label={t('shareRule')} error={errors('shareRule')} group>
        <RadioGroup
          name="shareRule"
          layout="column"
          defaultValue={start?.shareRule ?? 'area'}
          options={SHARE_RULES.map((value) => ({ value, label: labelIn(SHARE_RULE_LABELS[value], locale) }))}
        />
      </Field>
      <Field label={t('note')} error={errors('note')} optional>
        <Textarea name="note" maxLength={500} defaultValue={note ?? ''} />
      </Field>
    </>
  );
}

/** What belongs to no field of the form. */
function SchemeProblem({ problem }: { problem: Problem | undefined }) {
  const t = useTranslations('voteDesk.schemes');
  if (!problem) return null;
  const rest = (problem.reasons ?? []).filter(({ field }) => !field || !FIELDS.includes(field));
  if (problem.reasons?.length && rest.length === 0) return null;
  const lines = problem.conflict
    ? [t('conflict')]
    : rest.length > 0
      ? rest.map((one) => one.message)
      : sentencesOf(problem);
  return <Banner live tone="red" title={problem.title} list={lines} />;
}
