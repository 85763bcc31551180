'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { Field } from '@/lib/client/outbox/use-field';
import type { Drafted } from '@/lib/domain/field/machine';
import type { SiteSlot } from '@/lib/domain/field/types';
import { useStoredPhotos } from '../use-stored-photos';

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
  const [chosen, setChosen] = useStoredPhotos<Readonly<Record<string, Blob>>>(field, recordId);

  function photograph(name: string, photo: Blob | undefined) {
    setChosen(({ [name]: _former, ...others }) => (photo ? { ...others, [name]: photo } : others));
    void field.picture(recordId, name as SiteSlot, photo);
  }

  return { chosen, photograph };
}
