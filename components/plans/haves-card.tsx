'use client';

import { CircleCheck, CircleDashed } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { PhotoField } from '@/components/votes/grid/photo-field';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { HaveView } from '@/lib/domain/plans/answers';
import { nameIn } from './words';

type Props = { compoundId: string; haves: readonly HaveView[]; mayWrite: boolean };

/** 六有 of the compound: attested by people, with a photo; culture and relations follow from no item. */
export function HavesCard({ compoundId, haves, mayWrite }: Props) {
  const t = useTranslations('plans.haves');
  const locale = useLocale();
  return (
    <Card id="haves" title={t('title')} description={t('text')} className="mt-4">
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {haves.map((have) => (
          <li key={have.code} className="flex items-center justify-between gap-3 text-sm">
            <span className="flex min-w-0 items-start gap-2">
              {have.attested ? (
                <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-green" />
              ) : (
                <CircleDashed aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-amber" />
              )}
              <span>
                <span className="font-medium">{nameIn(have, locale)}</span>
                <span className="block text-xs text-ink-3">
                  {have.attested ? [t('attested'), have.by, have.note].filter(Boolean).join(' · ') : t('open')}
                  {have.photoFileId && (
                    <a
                      href={`/api/v1/files/${have.photoFileId}`}
                      target="_blank"
                      rel="noreferrer"
                      className="text-link ml-2"
                    >
                      {t('photo')}
                    </a>
                  )}
                </span>
              </span>
            </span>
            {mayWrite && <AttestDialog compoundId={compoundId} have={have} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function AttestDialog({ compoundId, have }: { compoundId: string; have: HaveView }) {
  const t = useTranslations('plans.haves');
  const locale = useLocale();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [photo, setPhoto] = useState(have.photoFileId ?? '');
  const { act, busy, problem, forget } = useAct();
  const name = nameIn(have, locale);

  async function attest(form: FormData) {
    const body = {
      attested: form.get('attested') !== null,
      note: String(form.get('note') ?? '').trim() || null,
      photoFileId: photo || null,
    };
    if (!(await act('PUT', `/api/v1/compounds/${compoundId}/haves/${have.code}`, { body }))) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      title={t('attestTitle', { name })}
      action={t('save')}
      busy={busy}
      onSubmit={attest}
      trigger={
        <Button size="sm" aria-label={t('attestTitle', { name })}>
          {t(have.attested ? 'change' : 'attest')}
        </Button>
      }
    >
      {problem && fieldErrors(problem, 'photoFileId').length === 0 && (
        <Banner tone="red" title={sentencesOf(problem).join(' ')} />
      )}
      <Checkbox name="attested" label={t('yes', { name })} defaultChecked={have.attested ?? true} />
      <PhotoField
        label={t('photo')}
        required
        fileId={photo}
        onChange={setPhoto}
        errors={fieldErrors(problem, 'photoFileId')}
      />
      <Field label={t('note')} optional>
        <Input name="note" maxLength={300} defaultValue={have.note ?? ''} />
      </Field>
    </FormDialog>
  );
}
