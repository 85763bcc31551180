'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { fieldErrors } from '@/lib/client/api';
import type { CampaignAnswer } from '@/lib/domain/programme/answers';
import { ProblemBanner } from './problem-banner';
import { useSend } from './use-send';

const FIELDS = ['name', 'opensOn', 'closesOn'];

/** Opens a survey campaign, or changes the name and dates of one that is open. */
export function CampaignDialog({
  campaign,
  trigger,
  startOpen,
}: {
  campaign?: CampaignAnswer;
  trigger: ReactElement;
  startOpen?: boolean;
}) {
  const t = useTranslations('programme');
  const id = useId();
  const [open, setOpen] = useState(startOpen ?? false);
  const { send, busy, problem, forget } = useSend<CampaignAnswer>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = Object.fromEntries(FIELDS.map((field) => [field, String(form.get(field) ?? '')]));
    const path = `/api/v1/programme/campaigns${campaign ? `/${campaign.id}` : ''}`;
    const method = campaign ? 'PATCH' : 'POST';
    if (await send(method, path, body, { version: campaign?.version, done: t('saved') })) setOpen(false);
  }

  return (
    <Dialog
      title={campaign ? campaign.name : t('openCampaign')}
      trigger={trigger}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      actions={
        <>
          <Button type="submit" form={id} variant="primary" busy={busy}>
            {campaign ? t('saveChanges') : t('saveCampaign')}
          </Button>
          <Button variant="quiet" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="space-y-4">
        <ProblemBanner problem={problem} fields={FIELDS} />
        <Field label={t('form.name')} hint={t('form.nameExample')} error={fieldErrors(problem, 'name')} required>
          <Input name="name" defaultValue={campaign?.name} maxLength={80} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('form.opensOn')} error={fieldErrors(problem, 'opensOn')} required>
            <Input name="opensOn" type="date" defaultValue={campaign?.opensOn} />
          </Field>
          <Field label={t('form.closesOn')} error={fieldErrors(problem, 'closesOn')} required>
            <Input name="closesOn" type="date" defaultValue={campaign?.closesOn} />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
