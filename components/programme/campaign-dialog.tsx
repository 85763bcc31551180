'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { collisionsBetween, settled } from '@/components/ui/collisions';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { fieldErrors } from '@/lib/client/api';
import type { CampaignAnswer } from '@/lib/domain/programme/answers';
import { ProblemBanner } from './problem-banner';
import { useSend } from './use-send';

const FIELDS = ['name', 'opensOn', 'closesOn'] as const;
type Values = Record<(typeof FIELDS)[number], string>;

const valuesOf = (campaign: CampaignAnswer | undefined): Values => ({
  name: campaign?.name ?? '',
  opensOn: campaign?.opensOn ?? '',
  closesOn: campaign?.closesOn ?? '',
});

type Props = { campaign?: CampaignAnswer; trigger: ReactElement; startOpen?: boolean };

/** Opens a survey campaign, or changes the name and dates of one that is open. */
export function CampaignDialog({ campaign, trigger, startOpen }: Props) {
  const t = useTranslations('programme');
  const id = useId();
  const [open, setOpen] = useState(startOpen ?? false);
  const [base, setBase] = useState(campaign);
  const [values, setValues] = useState(valuesOf(campaign));
  const { send, busy, problem, forget } = useSend<CampaignAnswer>();
  const conflict = problem?.conflict;
  const theirs = conflict?.theirs as CampaignAnswer | undefined;

  function show(next: boolean) {
    setOpen(next);
    setBase(campaign);
    setValues(valuesOf(campaign));
    forget();
  }

  async function save(body: Values, version: number | undefined) {
    const path = `/api/v1/programme/campaigns${campaign ? `/${campaign.id}` : ''}`;
    if (await send(campaign ? 'PATCH' : 'POST', path, body, { version, done: t('saved') })) setOpen(false);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(values, base?.version);
  }

  function resolve(takeTheirs: ReadonlySet<string>) {
    if (!theirs) return;
    const chosen = settled(values, valuesOf(theirs), takeTheirs);
    setBase(theirs);
    setValues(chosen);
    void save(chosen, theirs.version);
  }

  const input = (field: keyof Values, type?: 'date') => (
    <Input
      type={type}
      value={values[field]}
      maxLength={80}
      onChange={(event) => setValues({ ...values, [field]: event.target.value })}
    />
  );
  return (
    <>
      <Dialog
        title={campaign ? campaign.name : t('openCampaign')}
        trigger={trigger}
        open={open && !conflict}
        onOpenChange={show}
        actions={
          <>
            <Button type="submit" form={id} variant="primary" busy={busy}>
              {campaign ? t('saveChanges') : t('saveCampaign')}
            </Button>
            <Button variant="quiet" onClick={() => show(false)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={submit} noValidate className="space-y-4">
          <ProblemBanner problem={problem} fields={FIELDS} />
          <Field label={t('form.name')} hint={t('form.nameExample')} error={fieldErrors(problem, 'name')} required>
            {input('name')}
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('form.opensOn')} error={fieldErrors(problem, 'opensOn')} required>
              {input('opensOn', 'date')}
            </Field>
            <Field label={t('form.closesOn')} error={fieldErrors(problem, 'closesOn')} required>
              {input('closesOn', 'date')}
            </Field>
          </div>
        </form>
      </Dialog>
      {open && theirs && (
        <ConflictDialog
          collisions={collisionsBetween(
            FIELDS.map((key) => ({ key, label: t(`form.${key}`) })),
            valuesOf(base),
            values,
            valuesOf(theirs),
          )}
          busy={busy}
          onResolve={resolve}
          onClose={forget}
        />
      )}
    </>
  );
}
