'use client';

import { useEffect, useRef, useState } from 'react';
import type { Field } from '@/lib/client/outbox/use-field';

/** The pictures of a record, read from the device once; what is taken meanwhile is newer. Without a record there are none yet. */
export function useStoredPhotos<Photos extends Partial<Record<string, Blob>>>(field: Field, recordId: string | null) {
  const [photos, setPhotos] = useState({} as Photos);
  const load = useRef(field.photosOf);
  load.current = field.photosOf;
  useEffect(() => {
    if (!recordId) return;
    void load.current(recordId).then((stored) => {
      const found = Object.fromEntries(stored.map(({ slot, blob }) => [slot, blob]));
      setPhotos((before) => ({ ...found, ...before }));
    });
  }, [recordId]);
  return [photos, setPhotos] as const;
}
