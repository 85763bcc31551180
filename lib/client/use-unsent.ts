'use client';

import { useEffect, useRef } from 'react';
import { newKey } from './api';

interface Unsent {
  body: unknown;
  /** version that was read, where the request asks for it */
  version?: number;
}

/** What was typed in the last second goes along when the page is left; the browser asks only while something is not kept yet. */
export function useUnsent(path: string, unsent: () => Unsent | null, stop: () => void): void {
  const now = useRef({ unsent, stop });
  now.current = { unsent, stop };
  useEffect(() => {
    const flush = () => {
      now.current.stop();
      const left = now.current.unsent();
      if (!left) return;
      const ifMatch: Record<string, string> = left.version === undefined ? {} : { 'if-match': `"${left.version}"` };
      // keepalive: the browser sends it even though the page is going away
      void fetch(path, {
        method: 'PUT',
        keepalive: true,
        headers: { 'content-type': 'application/json', 'x-anju-request': '1', 'idempotency-key': newKey(), ...ifMatch },
        body: JSON.stringify(left.body),
      }).catch(() => {});
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (now.current.unsent()) event.preventDefault();
    };
    window.addEventListener('pagehide', flush);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('beforeunload', ask);
      flush();
    };
  }, [path]);
}
