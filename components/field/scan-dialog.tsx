'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Dialog } from '@/components/ui/dialog';
import { scanInto } from '@/lib/client/scan';

type Props = { onFound: (code: string) => void; onClose: () => void };

export function ScanDialog({ onFound, onClose }: Props) {
  const t = useTranslations('field.form');
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onFound);
  found.current = onFound;
  const [isDenied, setIsDenied] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    if (video.current)
      scanInto(video.current, ended.signal).then(
        (code) => code && !ended.signal.aborted && found.current(code),
        () => !ended.signal.aborted && setIsDenied(true),
      );
    return () => ended.abort();
  }, []);
  return (
    <Dialog open title={t('scanTitle')} description={t('scanText')} onOpenChange={(open) => !open && onClose()}>
      {isDenied && <Banner tone="amber" live title={t('scanDenied')} />}
      <video ref={video} muted playsInline className="aspect-video w-full rounded-lg bg-ink object-cover" />
    </Dialog>
  );
}
