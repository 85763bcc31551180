'use client';

import { Camera, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Spinner } from '@/components/ui/spinner';
import { useObjectUrl } from '@/components/ui/use-object-url';
import { smallerPhoto } from '@/lib/client/outbox/photo';

type Props = {
  label: string;
  hint?: string;
  error?: string;
  photo: Blob | undefined;
  onPhoto: (photo: Blob | undefined) => void;
};

/** A photo from the camera, made small on the device; what is no picture is refused at once. */
export function PhotoInput({ label, hint, error, photo, onPhoto }: Props) {
  const t = useTranslations('field.form');
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const source = useObjectUrl(photo);

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (!file) return;
    setBusy(true);
    const small = await smallerPhoto(file);
    setBusy(false);
    setIsWrong(small === null);
    if (small) onPhoto(small);
  }

  const complaint = isWrong ? t('noPicture') : error;
  return (
    <div>
      <p id={`${id}-label`} className="mb-1 text-sm font-medium text-ink-2">
        {label}
      </p>
      <div className="flex items-center gap-3">
        {source && (
          // biome-ignore lint/performance/noImgElement: a picture of this device, shown from its own memory
          <img src={source} alt={t('photoAlt')} className="size-16 rounded-md border border-line object-cover" />
        )}
        <label
          className={buttonStyle('secondary', 'lg', 'relative focus-within:outline-2 focus-within:outline-accent')}
        >
          {busy ? <Spinner /> : <Camera aria-hidden="true" />}
          {t(photo ? 'retake' : 'takePhoto')}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            aria-labelledby={`${id}-label`}
            aria-describedby={complaint ? `${id}-error` : undefined}
            disabled={busy}
            onChange={take}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
        </label>
        {photo && (
          <Button variant="quiet" size="lg" icon={<Trash2 aria-hidden="true" />} onClick={() => onPhoto(undefined)}>
            <span className="sr-only">{t('dropPhoto')}</span>
          </Button>
        )}
      </div>
      {hint && <p className="mt-1 text-sm text-ink-3">{hint}</p>}
      {complaint && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-sm text-red-ink">
          {complaint}
        </p>
      )}
    </div>
  );
}
