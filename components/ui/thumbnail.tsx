'use client';

import { ImageOff, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** It is drawn behind the upload, usually within a second: looked for again after these pauses, and then no more. */
const PAUSES_MS = [800, 1_500, 3_000, 6_000, 12_000];

interface Picture {
  id: string;
  width?: number | null;
  height?: number | null;
}

/** A picture in small. One that is not there yet, or never will be, leaves its place and its link as they are. */
export function Thumbnail({ file, alt }: { file: Picture; alt: string }) {
  const t = useTranslations('ui.thumbnail');
  const [tries, setTries] = useState(0);
  const [missing, setMissing] = useState(false);
  const pause = PAUSES_MS[tries];
  useEffect(() => {
    if (!missing || pause === undefined) return;
    const timer = setTimeout(() => {
      setTries((count) => count + 1);
      setMissing(false);
    }, pause);
    return () => clearTimeout(timer);
  }, [missing, pause]);
  if (missing) {
    const waiting = pause !== undefined;
    return (
      <span className="flex aspect-[4/3] w-full flex-col items-center justify-center gap-1 p-2 text-center text-xs text-ink-3">
        {waiting ? (
          <LoaderCircle aria-hidden="true" className="size-5 animate-spin motion-reduce:animate-none" />
        ) : (
          <ImageOff aria-hidden="true" className="size-5" />
        )}
        {waiting ? t('coming') : t('none')}
      </span>
    );
  }
  return (
    // Served by our own route, small already: no optimiser stands between.
    // biome-ignore lint/performance/noImgElement: see above
    <img
      key={tries}
      src={`/api/v1/files/${file.id}/thumbnail`}
      alt={alt}
      width={file.width ?? 480}
      height={file.height ?? 360}
      loading="lazy"
      onError={() => setMissing(true)}
      className="aspect-[4/3] w-full object-cover transition-transform group-hover/photo:scale-[1.02]"
    />
  );
}
