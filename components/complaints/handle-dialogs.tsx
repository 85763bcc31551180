'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Assignees } from '@/lib/domain/complaints/answers';
import { ASSIGNEE_LABELS, OUTCOME_LABELS } from '@/lib/domain/complaints/labels';
import { ASSIGNEE_KINDS, type AssigneeKind, CLOSE_OUTCOMES } from '@/lib/domain/complaints/types';
import { labelIn } from '@/lib/domain/kernel/label';

export interface Which {
  id: string;
  version: number;
}

/** Kinds that this complaint can be assigned to, and the units of the one that is chosen. */
export function AssignDialog({ id, version, assignees, again }: Which & { assignees: Assignees; again: boolean }) {
  const t = useTranslations('complaints.assign');
  const locale = useLocale();
  const [to, setTo] = useState<AssigneeKind>('bureau');
  const open = ASSIGNEE_KINDS.filter((kind) => (kind === 'entity' || kind === 'supervisor' ? assignees[kind] : true));
  const units = assignees.units.filter(({ kind }) => kind === to);
  return (
    <SendDialog
      title={t('title')}
      trigger={<Button variant={again ? 'secondary' : 'primary'}>{t(again ? 'again' : 'action')}</Button>}
      action={t('action')}
      method="POST"
      path={`/api/v1/complaints/${id}/assign`}
      version={version}
      body={(form) => ({ to, ...filled({ unitId: said(form, 'unitId'), note: said(form, 'note') }) })}
      done={t('done')}
      fields={['to', 'unitId', 'note']}
    >
      {(errors) => (
        <>
          {again && <p className="text-sm text-ink-2">{t('redraft')}</p>}
          <Field label={t('to')} error={errors('to')} group required>
            <RadioGroup
              name="to"
              layout="column"
              value={to}
              options={open.map((value) => ({ value, label: labelIn(ASSIGNEE_LABELS[value], locale) }))}
              onChange={(event) => setTo(event.target.value as AssigneeKind)}
            />
          </Field>
          {(to === 'town' || to === 'community') && (
            <Field label={t('unit')} error={errors('unitId')} required>
              <Select key={to} name="unitId" options={units.map((one) => ({ value: one.id, label: one.name }))} />
            </Field>
          )}
          <Field label={t('note')} error={errors('note')}>
            <Textarea name="note" rows={2} maxLength={500} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}

/** What the complainant is told, or what is proposed to tell them. */
export function WordsDialog({
  id,
  version,
  step,
  first = '',
  primary,
}: Which & { step: 'draft' | 'answer'; first?: string; primary?: boolean }) {
  const t = useTranslations(`complaints.${step}`);
  return (
    <SendDialog
      wide
      title={t('title')}
      trigger={<Button variant={primary ? 'primary' : 'secondary'}>{t('action')}</Button>}
      action={t('save')}
      method="POST"
      path={`/api/v1/complaints/${id}/${step}`}
      version={version}
      body={(form) => ({ answer: said(form, 'answer') })}
      done={t('done')}
      fields={['answer']}
    >
      {(errors) => (
        <Field label={t('words')} hint={t('hint')} error={errors('answer')} required>
          <Textarea name="answer" rows={8} maxLength={2_000} defaultValue={first} />
        </Field>
      )}
    </SendDialog>
  );
}

export function MergeDialog({ id, version, matters }: Which & { matters: readonly { id: string; label: string }[] }) {
  const t = useTranslations('complaints.merge');
  const [into, setInto] = useState('');
  return (
    <SendDialog
      title={t('title')}
      trigger={<Button>{t('action')}</Button>}
      action={t('save')}
      method="POST"
      path={`/api/v1/complaints/${id}/merge`}
      version={version}
      body={() => ({ intoId: into })}
      done={t('done')}
      fields={['intoId']}
      disabled={into === ''}
    >
      {(errors) => (
        <Field label={t('into')} hint={t('hint')} error={errors('intoId')} required>
          <Combobox
            options={matters.map((one) => ({ value: one.id, label: one.label }))}
            value={into}
            onChange={setInto}
          />
        </Field>
      )}
    </SendDialog>
  );
}

export function CloseDialog({ id, version }: Which) {
  const t = useTranslations('complaints.close');
  const locale = useLocale();
  return (
    <SendDialog
      title={t('title')}
      trigger={<Button variant="primary">{t('action')}</Button>}
      action={t('save')}
      method="POST"
      path={`/api/v1/complaints/${id}/close`}
      version={version}
      body={(form) => ({ outcome: said(form, 'outcome'), ...filled({ note: said(form, 'note') }) })}
      done={t('done')}
      fields={['outcome', 'note']}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{t('text')}</p>
          <Field label={t('outcome')} error={errors('outcome')} group required>
            <RadioGroup
              name="outcome"
              layout="column"
              defaultValue="content"
              options={CLOSE_OUTCOMES.map((value) => ({ value, label: labelIn(OUTCOME_LABELS[value], locale) }))}
            />
          </Field>
          <Field label={t('note')} error={errors('note')}>
            <Textarea name="note" rows={2} maxLength={500} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}

export function TurnAwayDialog({ id, version }: Which) {
  const t = useTranslations('complaints.turnAway');
  const [how, setHow] = useState<'notAccepted' | 'transferred'>('notAccepted');
  return (
    <SendDialog
      title={t('title')}
      trigger={<Button>{t('action')}</Button>}
      action={t('save')}
      method="POST"
      path={`/api/v1/complaints/${id}/turn-away`}
      version={version}
      body={(form) => ({ how, words: said(form, 'words'), ...(how === 'transferred' ? { to: said(form, 'to') } : {}) })}
      done={t('done')}
      fields={['how', 'to', 'words']}
    >
      {(errors) => (
        <>
          <Field label={t('how')} group required>
            <RadioGroup
              name="how"
              value={how}
              options={(['notAccepted', 'transferred'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(event) => setHow(event.target.value === 'transferred' ? 'transferred' : 'notAccepted')}
            />
          </Field>
          {how === 'transferred' && (
            <Field label={t('to')} error={errors('to')} required>
              <Input name="to" maxLength={100} />
            </Field>
          )}
          <Field label={t('words')} error={errors('words')} required>
            <Textarea name="words" rows={4} maxLength={1_000} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}

export function ReopenDialog({ id, version }: Which) {
  const t = useTranslations('complaints.reopen');
  return (
    <SendDialog
      title={t('title')}
      trigger={<Button>{t('action')}</Button>}
      action={t('save')}
      method="POST"
      path={`/api/v1/complaints/${id}/reopen`}
      version={version}
      body={(form) => ({ words: said(form, 'words') })}
      done={t('done')}
      fields={['words']}
    >
      {(errors) => (
        <Field label={t('words')} hint={t('hint')} error={errors('words')} required>
          <Textarea name="words" rows={4} maxLength={1_000} />
        </Field>
      )}
    </SendDialog>
  );
}
