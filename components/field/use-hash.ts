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

export const LIST_HREF = '#list';
export const roundHref = (roundId: string): string => `#r=${roundId}`;
export const homeHref = (roundId: string, homeId: string): string => `#r=${roundId}&h=${homeId}`;
export const siteHref = (projectId: string): string => `#p=${projectId}`;
/** What is being written on a site. */
export const draftHref = (projectId: string, recordId: string): string => `#p=${projectId}&d=${recordId}`;

/** Without leaving what is left behind in the history. */
export const showInstead = (href: string): void => location.replace(href);
