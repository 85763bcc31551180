'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { activeHref } from './active-href';
import type { NavGroup, NavItem } from './types';

export function Nav({ groups, onNavigate }: { groups: readonly NavGroup[]; onNavigate?: () => void }) {
  const t = useTranslations('frame');
  const active = activeHref(groups, usePathname());
  return (
    <nav aria-label={t('menu')} className="space-y-5">
      {groups.map(({ key, label, items }) => (
        <div key={key}>
          {label && <p className="mb-1 px-2.5 text-xs font-medium text-ink-3">{label}</p>}
          <ul className="space-y-0.5">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} active={item.href === active} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type LinkProps = { item: NavItem; active: boolean; onNavigate?: () => void };

function NavLink({ item, active, onNavigate }: LinkProps) {
  return (
    <a
      href={item.href}
      data-soft={item.apart ? undefined : ''}
      aria-current={active ? 'page' : undefined}
      onClick={onNavigate}
      className={cn(
        'focus-inset flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors pointer-coarse:min-h-11 [&_svg]:size-4.5 [&_svg]:shrink-0',
        active
          ? 'bg-accent-soft font-semibold text-accent-ink'
          : 'text-ink-2 hover:bg-sunken hover:text-ink [&_svg]:text-ink-3',
      )}
    >
      {item.icon}
      <span className="grow">{item.label}</span>
      {item.count ? (
        <span className="min-w-5 rounded-full bg-surface px-1.5 text-center text-xs leading-5 font-medium text-ink-2 ring-1 ring-line">
          {item.count > 99 ? '99+' : item.count}
        </span>
      ) : null}
    </a>
  );
}
