'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Field } from '@/lib/client/outbox/use-field';
import type { Drafted } from '@/lib/domain/field/machine';
import type { SiteSlot } from '@/lib/domain/field/types';

const IDLE_MS = 300;

/** What is written on a site, kept on the device as it is written: a phone that closes the page, or runs out of battery, loses a third of a second. */
export function useKept(field: Field, recordId: string) {
  const waiting = useRef<Drafted | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useRef(field.draft);
  keep.current = field.draft;

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const values = waiting.current;
    waiting.current = null;
    if (values) await keep.current(recordId, values);
  }, [recordId]);

  const touch = useCallback(
    (values: Drafted) => {
      waiting.current = values;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, IDLE_MS);
    },
    [flush],
  );

  useEffect(() => {
    const away = () => document.visibilityState === 'hidden' && void flush();
    document.addEventListener('visibilitychange', away);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', away);
      removeEventListener('pagehide', flush);
      void flush();
    };
  }, [flush]);

  return { touch, flush };
}

/** The pictures of a draft, kept on the device as they are taken. */
export function useSitePhotos(field: Field, recordId: string) {
  const [chosen, setChosen] = useState<Readonly<Record<string, Blob>>>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: those of this record, once
  useEffect(() => {
    void field.photosOf(recordId).then((stored) => {
      const found = Object.fromEntries(stored.map(({ slot, blob }) => [slot, blob]));
      setChosen((before) => ({ ...found, ...before }));
    });
  }, [recordId]);

  function photograph(name: string, photo: Blob | undefined) {
    const { [name]: _former, ...others } = chosen;
    setChosen(photo ? { ...others, [name]: photo } : others);
    void field.picture(recordId, name as SiteSlot, photo);
  }

  return { chosen, photograph };
}
