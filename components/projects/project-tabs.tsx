'use client';

import { useSelectedLayoutSegment } from 'next/navigation';
import { LinkTabs } from '@/components/ui/link-tabs';

type Props = { id: string; label: string; tabs: readonly { key: string; label: string }[] };

/** The pages of one project; the layout that draws them does not know which of them is open, the browser does. */
export function ProjectTabs({ id, label, tabs }: Props) {
  const segment = useSelectedLayoutSegment();
  const active = tabs.some(({ key }) => key === segment) ? (segment ?? '') : 'overview';
  return (
    <LinkTabs
      label={label}
      active={active}
      tabs={tabs.map((tab) => ({
        ...tab,
        href: tab.key === 'overview' ? `/projects/${id}` : `/projects/${id}/${tab.key}`,
      }))}
    />
  );
}
