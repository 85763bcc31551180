'use client';

import { ImagePlus, Images } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { FilesDialog } from '@/components/ui/files-dialog';
import { Input } from '@/components/ui/input';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useFiles } from '@/lib/client/use-files';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { NoticeView } from '@/lib/domain/notices/answers';
import { formatDate } from '@/lib/format/date';
import { useSend } from './use-send';

const TYPES = ['.jpg', '.jpeg', '.png', '.webp'];

type Props = { notice: Pick<NoticeView, 'id' | 'photoList' | 'today' | 'startsOn'>; mayAdd: boolean };

/** The posted paper as it hangs in the compound. */
export function PhotosCard({ notice, mayAdd }: Props) {
  const t = useTranslations('notices.photos');
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const add = mayAdd && (
    <Button size="sm" icon={<ImagePlus aria-hidden="true" />} onClick={() => setOpen(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Card id="photos" title={t('title')} description={t('text')} action={add} className="no-print">
      {notice.photoList.length === 0 && <EmptyState icon={<Images aria-hidden="true" />} title={t('empty')} />}
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {notice.photoList.map(({ id, place, takenOn, file }) => (
          <li key={id} className="min-w-0">
            <a
              href={`/api/v1/files/${file.id}?inline=1`}
              target="_blank"
              rel="noopener"
              className="block overflow-hidden rounded-md border border-line bg-sunken"
            >
              {/* Served by our own route as it was kept. */}
              {/* biome-ignore lint/performance/noImgElement: no optimiser stands between */}
              <img
                src={`/api/v1/files/${file.id}?inline=1`}
                alt={t('alt', { place })}
                width={file.width ?? 480}
                height={file.height ?? 360}
                loading="lazy"
                className="aspect-[4/3] w-full object-cover"
              />
            </a>
            <p className="mt-1 text-sm">
              {place}
              <span className="block text-xs text-ink-3">{formatDate(takenOn as CalendarDate, locale)}</span>
            </p>
          </li>
        ))}
      </ul>
      {open && <AddPhotos notice={notice} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function AddPhotos({ notice, onClose }: Pick<Props, 'notice'> & { onClose: () => void }) {
  const t = useTranslations('notices.photos');
  const attaching = useSend();
  const { files, setFiles, busy, refused, send } = useFiles('photo');
  const [place, setPlace] = useState('');
  const [takenOn, setTakenOn] = useState(notice.today);

  async function upload() {
    const sent = await send(async (fileId) => {
      const body = { fileId, place, takenOn };
      const path = `/api/v1/notices/${notice.id}/photos`;
      return (await attaching.send('POST', path, { body, done: t('uploaded') })) !== null;
    });
    if (sent === files.length) onClose();
  }

  const problem = refused ?? attaching.problem;
  return (
    <FilesDialog
      title={t('add')}
      hint={t('hint')}
      action={t('upload')}
      types={TYPES}
      files={files}
      busy={busy}
      refusal={problem && { title: problem.title, lines: sentencesOf(problem) }}
      onChange={setFiles}
      onSend={upload}
      onClose={onClose}
    >
      <Field label={t('place')} hint={t('placeExample')} error={fieldErrors(problem, 'place')} required>
        <Input value={place} maxLength={60} onChange={(event) => setPlace(event.target.value)} />
      </Field>
      <Field label={t('takenOn')} error={fieldErrors(problem, 'takenOn')} required>
        <Input
          type="date"
          value={takenOn}
          min={notice.startsOn ?? undefined}
          max={notice.today}
          onChange={(event) => setTakenOn(event.target.value)}
        />
      </Field>
    </FilesDialog>
  );
}
