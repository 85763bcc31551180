'use client';

import { useMemo, useSyncExternalStore } from 'react';

const watch = (tell: () => void) => {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
};

/** What is shown stands behind the #: the server never sees it, so that the one kept page opens everywhere. */
export function useHash(): URLSearchParams {
  const hash = useSyncExternalStore(
    watch,
    () => location.hash,
    () => '',
  );
  return useMemo(() => new URLSearchParams(hash.slice(1)), [hash]);
}

export const roundHref = (roundId: string): string => `#r=${roundId}`;
export const homeHref = (roundId: string, homeId: string): string => `#r=${roundId}&h=${homeId}`;

/** Back from a household to its round, without leaving it behind in the history. */
export const showRound = (roundId: string): void => location.replace(roundHref(roundId));
