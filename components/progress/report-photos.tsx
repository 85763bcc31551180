'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { buttonStyle } from '@/components/ui/button-style';
import { IconButton } from '@/components/ui/icon-button';
import { PhotoLink } from '@/components/ui/photo-link';
import { type Problem, sentencesOf } from '@/lib/client/api';
import { smallerPhoto } from '@/lib/client/outbox/photo';
import { uploadFile } from '@/lib/client/upload';

type Props = { ids: readonly string[]; onChange?: (ids: string[]) => void };

/** Pictures of the month: made smaller on the device, sent one after the other, each kept as it arrives. */
export function ReportPhotos({ ids, onChange }: Props) {
  const t = useTranslations('progress.form');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function add(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    setBusy(true);
    setProblem(undefined);
    let all = [...ids];
    for (const file of files) {
      const small = await smallerPhoto(file);
      const stored = await uploadFile(small ? new File([small], file.name, { type: small.type }) : file, 'photo');
      if (!stored.ok) {
        setProblem(stored.problem);
        break;
      }
      all = [...all, stored.value.id];
      onChange?.(all);
    }
    setBusy(false);
  }

  return (
    <div className="space-y-3">
      <ul className="flex flex-wrap gap-3">
        {ids.map((id, at) => (
          <li key={id} className="relative">
            <PhotoLink id={id} caption={String(at + 1)} alt={t('photoAlt', { no: at + 1 })} />
            {onChange && (
              <IconButton
                label={t('removePhoto', { no: at + 1 })}
                onClick={() => onChange(ids.filter((other) => other !== id))}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {onChange && (
        <>
          <label className={buttonStyle('secondary')}>
            {busy ? t('taking') : t('addPhotos')}
            <input
              type="file"
              multiple
              accept="image/jpeg,image/png,image/webp"
              className="sr-only"
              disabled={busy}
              onChange={add}
            />
          </label>
          <p className="text-sm text-ink-3">{t('photosHint')}</p>
        </>
      )}
      {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
    </div>
  );
}
