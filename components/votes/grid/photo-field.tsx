'use client';

import { Camera, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Thumbnail } from '@/components/ui/thumbnail';
import { sentencesOf } from '@/lib/client/api';
import { uploadFile } from '@/lib/client/upload';

type Props = {
  label: string;
  hint?: string;
  errors?: readonly string[];
  required?: boolean;
  fileId: string;
  onChange: (fileId: string) => void;
};

/** A photo that goes up as soon as it is taken, so that a draft keeps it too. */
export function PhotoField({ label, hint, errors = [], required, fileId, onChange }: Props) {
  const t = useTranslations('voteGrid.photo');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const lines = [...refused, ...errors];

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (!file) return;
    setBusy(true);
    const stored = await uploadFile(file, 'photo');
    setBusy(false);
    setRefused(stored.ok ? [] : sentencesOf(stored.problem));
    if (stored.ok) onChange(stored.value.id);
  }

  return (
    <fieldset aria-describedby={lines.length > 0 ? `${id}-error` : undefined} className="min-w-0">
      <legend className="mb-1 text-sm font-medium text-ink-2">
        {label}
        {required && <span className="ml-0.5 text-red">*</span>}
      </legend>
      <div className="flex items-center gap-2">
        {fileId && (
          <a
            href={`/api/v1/files/${fileId}`}
            target="_blank"
            rel="noreferrer"
            className="block w-20 shrink-0 overflow-hidden rounded-md border border-line bg-sunken"
          >
            <Thumbnail key={fileId} file={{ id: fileId }} alt={t('alt', { label })} />
          </a>
        )}
        <Button busy={busy} icon={<Camera aria-hidden="true" />} onClick={() => input.current?.click()}>
          {fileId ? t('again') : t('choose')}
        </Button>
        {fileId && (
          <IconButton label={t('remove', { label })} onClick={() => onChange('')}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        )}
        <input ref={input} type="file" hidden accept="image/*" aria-label={label} onChange={take} />
      </div>
      {hint && <p className="mt-1 text-sm text-ink-3">{hint}</p>}
      {lines.length > 0 && (
        <div id={`${id}-error`} role="alert" className="mt-1 text-sm text-red-ink">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </fieldset>
  );
}
