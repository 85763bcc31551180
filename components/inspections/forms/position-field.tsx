'use client';

import { MapPin } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { StatedPosition } from '@/lib/domain/inspections/answers';

const MICRO = 1_000_000;
const WAIT_MS = 15_000;

type Props = { position: StatedPosition | undefined; onPosition: (position: StatedPosition) => void };

/** Where the device says it is, by one tap; a refusal is fine. */
export function PositionField({ position, onPosition }: Props) {
  const t = useTranslations('inspections.form');
  const [state, setState] = useState<'idle' | 'busy' | 'denied'>('idle');

  function locate() {
    // browsers give a position over https only
    if (!('geolocation' in navigator)) return setState('denied');
    setState('busy');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onPosition({
          latitudeE6: Math.round(coords.latitude * MICRO),
          longitudeE6: Math.round(coords.longitude * MICRO),
          accuracyM: Math.min(Math.round(coords.accuracy), MICRO),
        });
      },
      () => setState('denied'),
      { enableHighAccuracy: true, timeout: WAIT_MS },
    );
  }

  const said =
    state === 'denied' ? t('denied') : position ? t('located', { accuracy: String(position.accuracyM) }) : undefined;
  return (
    <div>
      <p className="mb-1 text-sm font-medium text-ink-2">{t('position')}</p>
      <Button size="lg" icon={<MapPin aria-hidden="true" />} busy={state === 'busy'} onClick={locate}>
        {t('locate')}
      </Button>
      <p role="status" className="mt-1 text-sm text-ink-3">
        {said}
      </p>
    </div>
  );
}
