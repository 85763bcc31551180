'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/archive/refusal';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { StatusLight } from '@/components/ui/status-light';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors } from '@/lib/client/api';
import { typed, useSending } from '@/lib/client/use-sending';
import type { ProjectAftercare } from '@/lib/domain/aftercare/answers';

type Props = { found: ProjectAftercare; mayWrite: boolean };

/** P三(三)10: who serves the compound from now on, or why nobody does. */
export function PropertyCard({ found, mayWrite }: Props) {
  const t = useTranslations('aftercare.property');
  const { propertyService, propertyServiceReason } = found;
  const isSaid = propertyService !== null || propertyServiceReason !== null;
  return (
    <Card
      id="property"
      className="no-print"
      title={t('title')}
      description={t('text')}
      action={mayWrite && <PropertyDialog found={found} />}
    >
      <StatusLight light={isSaid ? 'green' : 'amber'}>
        {propertyService !== null
          ? t('by', { name: propertyService })
          : propertyServiceReason !== null
            ? t('why', { reason: propertyServiceReason })
            : t('notSaid')}
      </StatusLight>
    </Card>
  );
}

function PropertyDialog({ found }: { found: ProjectAftercare }) {
  const t = useTranslations('aftercare.property');
  const router = useRouter();
  const { project, propertyService, propertyServiceReason } = found;
  const [kind, setKind] = useState(propertyServiceReason === null ? 'by' : 'why');
  const { open, show, busy, problem, send } = useSending(() => router.refresh());
  async function save(form: FormData) {
    const said = typed(form, 'propertyService', 'reason');
    const body = { propertyService: said.propertyService ?? null, reason: said.reason ?? null };
    if (!(await send('PUT', `/api/v1/projects/${project.id}/property-service`, { body, version: project.version })))
      return;
    toast(t('saved'));
    router.refresh();
  }
  return (
    <FormDialog
      title={t('title')}
      trigger={
        <Button size="sm">{t(propertyService === null && propertyServiceReason === null ? 'write' : 'change')}</Button>
      }
      open={open}
      onOpenChange={show}
      action={t('save')}
      busy={busy}
      onSubmit={save}
    >
      <Field label={t('question')} group>
        <RadioGroup
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={[
            { value: 'by', label: t('yes') },
            { value: 'why', label: t('no') },
          ]}
        />
      </Field>
      {kind === 'by' ? (
        <Field label={t('company')} error={fieldErrors(problem, 'propertyService')} required>
          <Input name="propertyService" maxLength={100} defaultValue={propertyService ?? ''} />
        </Field>
      ) : (
        <Field
          label={t('reason')}
          error={[...fieldErrors(problem, 'reason'), ...fieldErrors(problem, 'propertyService')]}
          required
        >
          <Textarea name="reason" rows={3} maxLength={500} defaultValue={propertyServiceReason ?? ''} />
        </Field>
      )}
      <Refusal problem={problem} fields={['propertyService', 'reason']} conflict={t('conflict')} />
    </FormDialog>
  );
}
