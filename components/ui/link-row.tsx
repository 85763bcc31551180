'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** A row of links that may be wider than a phone: where one is, is in view. Sideways only; the page itself does not move. */
export function LinkRow({ label, active, children }: { label: string; active: string; children: ReactNode }) {
  const ref = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link may be the one that counts
  useEffect(() => {
    const row = ref.current;
    const here = row?.querySelector('[aria-current]');
    if (!row || !here) return;
    const [all, one] = [row.getBoundingClientRect(), here.getBoundingClientRect()];
    row.scrollLeft += one.left + one.width / 2 - (all.left + all.width / 2);
  }, [active]);
  return (
    <nav ref={ref} aria-label={label} className="no-print mb-4 flex gap-5 overflow-x-auto border-b border-line">
      {children}
    </nav>
  );
}
