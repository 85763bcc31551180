'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

/** Unfolds what an address leads into: not every browser does, and none does on a soft navigation. */
function reveal(hash: string) {
  const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  target.scrollIntoView();
}

/** Around folds whose contents have addresses of their own (#…). On paper all of them stand open. */
export function OpenFolds({ children, className }: { children: ReactNode; className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const openAll = () => {
      for (const fold of box.current?.querySelectorAll('details') ?? []) fold.open = true;
    };
    const arrive = () => reveal(window.location.hash);
    arrive();
    window.addEventListener('hashchange', arrive);
    window.addEventListener('beforeprint', openAll);
    return () => {
      window.removeEventListener('hashchange', arrive);
      window.removeEventListener('beforeprint', openAll);
    };
  }, []);
  const follow = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest('a') : null;
    // the address changes after the click
    if (link?.hash && link.pathname === window.location.pathname) setTimeout(reveal, 0, link.hash);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is entered by keyboard clicks too
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the links in it
    <div ref={box} className={className} onClick={follow}>
      {children}
    </div>
  );
}
