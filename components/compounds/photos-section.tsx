'use client';

import { ImagePlus, Images, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Thumbnail } from '@/components/ui/thumbnail';
import { useLate } from '@/components/ui/use-late';
import type { CompoundFile } from '@/lib/domain/compounds/answers';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { ADD_FILES, RETIRE_FILE } from './late-dialogs';

type Props = { compoundId: string; photos: readonly CompoundFile[]; mayAdd: boolean };

export function PhotosSection({ compoundId, photos, mayAdd }: Props) {
  const t = useTranslations('compounds.photos');
  const sections = useTranslations('compounds.sections');
  const locale = useLocale();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<CompoundFile>();
  const AddFiles = useLate(ADD_FILES, adding, () => setAdding(false));
  const RetireFile = useLate(RETIRE_FILE, leaving !== undefined, () => setLeaving(undefined));
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
              <Thumbnail file={photo.file} alt={photo.caption ?? t('alt')} />
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
      {AddFiles && <AddFiles compoundId={compoundId} kind="photo" onClose={() => setAdding(false)} />}
      {RetireFile && leaving && (
        <RetireFile compoundId={compoundId} file={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </Card>
  );
}
