'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Refusal } from '@/components/archive/refusal';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors } from '@/lib/client/api';
import { typed, useSending } from '@/lib/client/use-sending';
import type { HandoverItemView, HandoverSuggestion } from '@/lib/domain/aftercare/answers';
import { MAINTAINER_LABELS } from '@/lib/domain/aftercare/labels';
import { MAINTAINER_KINDS } from '@/lib/domain/aftercare/maintainers';
import { labelIn } from '@/lib/domain/kernel/label';

type Props = {
  projectId: string;
  /** a line of the list to change, or an item of the plan to hand over */
  line?: HandoverItemView;
  suggestion?: HandoverSuggestion;
  trigger: ReactElement;
};

const FIELDS = ['what', 'warrantyUntil', 'maintainerKind', 'maintainer'];

/** What is handed over, until when it is under warranty, and who maintains it. */
export function LineDialog({ projectId, line, suggestion, trigger }: Props) {
  const t = useTranslations('aftercare.handover');
  const locale = useLocale();
  const router = useRouter();
  const about = line ?? suggestion;
  const mustBeOperator = suggestion?.operator === true;
  const { open, show, busy, problem, send } = useSending(() => router.refresh());
  const errors = (field: string) => fieldErrors(problem, line ? field : `items.0.${field}`);

  async function save(form: FormData) {
    const said = typed(form, ...FIELDS);
    const base = `/api/v1/projects/${projectId}/handover`;
    const saved = line
      ? await send('PATCH', `${base}/${line.id}`, {
          body: { ...said, warrantyUntil: said.warrantyUntil ?? null },
          version: line.version,
        })
      : await send('POST', base, { body: { items: [{ compoundId: about?.compound.id, item: about?.item, ...said }] } });
    if (!saved) return;
    toast(t('saved'));
    router.refresh();
  }

  const name = about && (locale === 'en' ? about.itemNameEn : about.itemName);
  return (
    <FormDialog
      title={t('lineTitle', { name: name ?? '' })}
      description={mustBeOperator ? t('operatorText') : about?.compound.name}
      trigger={trigger}
      open={open}
      onOpenChange={show}
      action={t('save')}
      busy={busy}
      onSubmit={save}
    >
      <Field label={t('what')} error={errors('what')} required>
        <Input name="what" maxLength={200} defaultValue={about?.what} />
      </Field>
      <Field label={t('warrantyUntil')} error={errors('warrantyUntil')} optional>
        <Input name="warrantyUntil" type="date" defaultValue={line?.warrantyUntil ?? ''} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('maintainerKind')} error={errors('maintainerKind')} required>
          <Select
            name="maintainerKind"
            defaultValue={line?.maintainerKind ?? (mustBeOperator ? 'operator' : 'property')}
            options={MAINTAINER_KINDS.map((value) => ({ value, label: labelIn(MAINTAINER_LABELS[value], locale) }))}
          />
        </Field>
        <Field label={t('maintainer')} error={errors('maintainer')} required>
          <Input name="maintainer" maxLength={100} defaultValue={line?.maintainer} />
        </Field>
      </div>
      <Refusal problem={problem} fields={FIELDS.flatMap((one) => [one, `items.0.${one}`])} conflict={t('conflict')} />
    </FormDialog>
  );
}
