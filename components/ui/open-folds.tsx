'use client';

import { type MouseEvent, type ReactNode, useEffect } from 'react';

/** Unfolds what an address leads into: not every browser does, and none does on a soft navigation. */
function reveal(hash: string) {
  const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  target.scrollIntoView();
}

/** Around folds whose contents have addresses of their own (#…). */
export function OpenFolds({ children, className }: { children: ReactNode; className?: string }) {
  useEffect(() => {
    const arrive = () => reveal(window.location.hash);
    arrive();
    window.addEventListener('hashchange', arrive);
    return () => window.removeEventListener('hashchange', arrive);
  }, []);
  const follow = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest('a') : null;
    // the address changes after the click
    if (link?.hash && link.pathname === window.location.pathname) setTimeout(reveal, 0, link.hash);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is entered by keyboard clicks too
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the links in it
    <div className={className} onClick={follow}>
      {children}
    </div>
  );
}
