'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';

/** A page that does not come (the line was cut just then) keeps nobody: what was done is done. */
const LONGEST_MS = 10_000;

/**
 * Reads the page anew after something was done, and answers when it stands there. A dialog that closes before that leaves the old page, with its
 * old version, to the next click: whoever was quick was told that somebody else had been there.
 */
export function useReadAnew(): { readAnew: () => Promise<void>; reading: boolean } {
  const router = useRouter();
  const [coming, begin] = useTransition();
  const [reading, setReading] = useState(false);
  const waiting = useRef<() => void>(undefined);

  // also when what was done takes away the dialog that asked for it
  useEffect(() => () => waiting.current?.(), []);
  useEffect(() => {
    if (!coming) waiting.current?.();
  }, [coming]);

  function readAnew(): Promise<void> {
    waiting.current?.();
    setReading(true);
    return new Promise((resolve) => {
      const late = setTimeout(() => waiting.current?.(), LONGEST_MS);
      waiting.current = () => {
        clearTimeout(late);
        waiting.current = undefined;
        setReading(false);
        resolve();
      };
      begin(() => router.refresh());
    });
  }

  return { readAnew, reading };
}
