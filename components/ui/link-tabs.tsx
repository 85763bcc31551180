import Link from 'next/link';
import type { ReactNode } from 'react';
import { tabStyle } from './tab-style';

export type LinkTab = { key: string; label: ReactNode; href: string };

/** Sections of one subject, each with an address. */
export function LinkTabs({ tabs, active, label }: { tabs: readonly LinkTab[]; active: string; label: string }) {
  return (
    <nav aria-label={label} className="no-print mb-4 flex gap-5 overflow-x-auto border-b border-line">
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          prefetch={false}
          aria-current={tab.key === active ? 'page' : undefined}
          className={tabStyle(tab.key === active)}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
