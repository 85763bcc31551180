'use client';

import { useTranslations } from 'next-intl';
import { PhotoInput } from '@/components/field/photo-input';
import { Card } from '@/components/ui/card';
import { SITE_PHOTO } from '../inspection-values';
import type { Inspecting } from './use-inspection';

const MOST = 20;

/** Pictures of the site: one more place each time that one was taken. */
export function SitePhotos({ uploads, photograph }: Pick<Inspecting, 'uploads' | 'photograph'>) {
  const t = useTranslations('inspections.form');
  const taken = Object.keys(uploads.chosen).filter((name) => name.startsWith(SITE_PHOTO));
  const last = Math.max(-1, ...taken.map((name) => Number(name.slice(SITE_PHOTO.length))));
  const names = taken.length < MOST ? [...taken, `${SITE_PHOTO}${last + 1}`] : taken;
  return (
    <Card title={t('sitePhotos')} description={t('photoHint')}>
      <div className="space-y-4">
        {names.map((name, at) => (
          <PhotoInput
            key={name}
            label={t('sitePhoto', { no: String(at + 1) })}
            photo={uploads.chosen[name]}
            onPhoto={(photo) => photograph(name, photo)}
          />
        ))}
      </div>
    </Card>
  );
}
