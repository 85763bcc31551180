import Link from 'next/link';
import type { ReactNode } from 'react';
import { LinkRow } from './link-row';
import { tabStyle } from './tab-style';

export type LinkTab = { key: string; label: ReactNode; href: string };

/** Sections of one subject, each with an address. */
export function LinkTabs({ tabs, active, label }: { tabs: readonly LinkTab[]; active: string; label: string }) {
  return (
    <LinkRow label={label} active={active}>
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
    </LinkRow>
  );
}
