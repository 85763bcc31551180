'use client';

import { ImagePlus, Images, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast-store';
import { type Problem, sentencesOf } from '@/lib/client/api';
import { uploadFile } from '@/lib/client/upload';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import type { PhotoView } from './types';
import { useSave } from './use-save';

const TYPES = ['.jpg', '.jpeg', '.png', '.webp'];
const LIMIT = 20 * 1024 * 1024;

type Props = { compoundId: string; photos: readonly PhotoView[]; mayAdd: boolean };

export function PhotosSection({ compoundId, photos, mayAdd }: Props) {
  const t = useTranslations('compounds.photos');
  const sections = useTranslations('compounds.sections');
  const locale = useLocale();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<PhotoView>();
  const add = mayAdd && (
    <Button size="sm" icon={<ImagePlus aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Card id="photos" title={sections('photos')} action={photos.length > 0 && add}>
      {photos.length === 0 && <EmptyState icon={<Images aria-hidden="true" />} title={t('empty')} action={add} />}
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-4">
        {photos.map((photo) => (
          <li key={photo.id} className="group/photo min-w-0">
            <a
              href={`/api/v1/files/${photo.file.id}?inline=1`}
              target="_blank"
              rel="noopener"
              title={t('open')}
              className="block overflow-hidden rounded-md border border-line bg-sunken"
            >
              {/* Thumbnails are made at upload and served by our own route: no optimiser stands between. */}
              {/* biome-ignore lint/performance/noImgElement: see above */}
              <img
                src={`/api/v1/files/${photo.file.id}/thumbnail`}
                alt={photo.caption ?? t('alt')}
                width={photo.file.width ?? 480}
                height={photo.file.height ?? 360}
                loading="lazy"
                className="aspect-[4/3] w-full object-cover transition-transform group-hover/photo:scale-[1.02]"
              />
            </a>
            <div className="mt-1 flex items-start justify-between gap-1 text-sm">
              <span className="min-w-0">
                {photo.caption ?? photo.file.name}
                {photo.takenOn && (
                  <span className="block text-xs text-ink-3">{formatDate(photo.takenOn as CalendarDate, locale)}</span>
                )}
              </span>
              {mayAdd && (
                <IconButton label={t('retire')} size="sm" onClick={() => setLeaving(photo)}>
                  <Trash2 aria-hidden="true" />
                </IconButton>
              )}
            </div>
          </li>
        ))}
      </ul>
      {adding && <AddPhotos compoundId={compoundId} onClose={() => setAdding(false)} />}
      {leaving && <TakeDown compoundId={compoundId} photo={leaving} onClose={() => setLeaving(undefined)} />}
    </Card>
  );
}

function AddPhotos({ compoundId, onClose }: { compoundId: string; onClose: () => void }) {
  const t = useTranslations('compounds.photos');
  const router = useRouter();
  const { save, problem } = useSave();
  const [files, setFiles] = useState<File[]>([]);
  const [caption, setCaption] = useState('');
  const [takenOn, setTakenOn] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Problem>();

  /** One after the other; what went well leaves the list, so that a second try sends the rest only. */
  async function send() {
    setBusy(true);
    setRefused(undefined);
    let sent = 0;
    for (const file of files) {
      const stored = await uploadFile(file, 'photo');
      if (!stored.ok) {
        setRefused(stored.problem);
        break;
      }
      const body = {
        fileId: stored.value.id,
        kind: 'photo',
        caption: caption.trim() || null,
        takenOn: takenOn || null,
      };
      if (!(await save('POST', `/api/v1/compounds/${compoundId}/files`, { body }))) break;
      sent += 1;
    }
    setBusy(false);
    setFiles(files.slice(sent));
    if (sent > 0) toast(t('uploaded', { count: sent }));
    router.refresh();
    if (sent === files.length) onClose();
  }

  const shown = refused ?? problem;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('add')}
      actions={
        <Button variant="primary" busy={busy} disabled={files.length === 0} onClick={send}>
          {t('upload')}
        </Button>
      }
    >
      <FileDrop
        label={t('add')}
        hint={t('hint')}
        files={files}
        onChange={setFiles}
        types={TYPES}
        maxBytes={LIMIT}
        maxFiles={10}
        multiple
      />
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <Field label={t('caption')}>
          <Input value={caption} maxLength={200} onChange={(event) => setCaption(event.target.value)} />
        </Field>
        <Field label={t('takenOn')}>
          <Input type="date" value={takenOn} onChange={(event) => setTakenOn(event.target.value)} />
        </Field>
      </div>
      {shown && (
        <div className="mt-4">
          <Banner live tone="red" title={shown.title} list={sentencesOf(shown)} />
        </div>
      )}
    </Dialog>
  );
}

function TakeDown({ compoundId, photo, onClose }: { compoundId: string; photo: PhotoView; onClose: () => void }) {
  const t = useTranslations('compounds.photos');
  const { save, lines } = useSave();
  return (
    <ConfirmDialog
      open
      danger
      title={t('retire')}
      description={t('retireText')}
      confirmLabel={t('retire')}
      reason={{}}
      errors={lines}
      onOpenChange={(open) => !open && onClose()}
      onConfirm={async (reason) =>
        (await save('POST', `/api/v1/compounds/${compoundId}/files/${photo.id}/retire`, { body: { reason } })) !== null
      }
    />
  );
}
