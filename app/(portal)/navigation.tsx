import {
  Activity,
  BookOpenText,
  Building2,
  CalendarRange,
  ChartNoAxesCombined,
  FileSpreadsheet,
  ListChecks,
  Network,
  Plug,
  ScrollText,
  Users,
} from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { NavGroup, NavItem } from '@/components/frame/types';
import { can, type Permission } from '@/lib/domain/accounts/permissions';
import type { Role } from '@/lib/domain/accounts/roles';

type Key =
  | 'home'
  | 'dashboard'
  | 'compounds'
  | 'imports'
  | 'programme'
  | 'units'
  | 'users'
  | 'audit'
  | 'operations'
  | 'rulebook'
  | 'api';
interface Entry {
  key: Key;
  href: string;
  icon: NavItem['icon'];
  /** Shown to whoever may do one of these; to everybody when none is named. */
  for?: Permission[];
  exact?: boolean;
}

const ENTRIES: { key: 'work' | 'basis' | 'administration'; entries: Entry[] }[] = [
  {
    key: 'work',
    entries: [
      { key: 'home', href: '/', icon: <ListChecks aria-hidden="true" />, exact: true },
      {
        key: 'dashboard',
        href: '/dashboard',
        icon: <ChartNoAxesCombined aria-hidden="true" />,
        for: ['dashboard.read'],
      },
      { key: 'compounds', href: '/compounds', icon: <Building2 aria-hidden="true" />, for: ['compound.read'] },
      {
        key: 'imports',
        href: '/imports',
        icon: <FileSpreadsheet aria-hidden="true" />,
        for: ['import.run', 'export.run'],
      },
    ],
  },
  {
    key: 'basis',
    entries: [
      { key: 'programme', href: '/programme', icon: <CalendarRange aria-hidden="true" />, for: ['programme.read'] },
      { key: 'rulebook', href: '/rulebook', icon: <BookOpenText aria-hidden="true" />, for: ['rulebook.read'] },
    ],
  },
  {
    key: 'administration',
    entries: [
      { key: 'units', href: '/units', icon: <Network aria-hidden="true" />, for: ['unit.read'] },
      { key: 'users', href: '/users', icon: <Users aria-hidden="true" />, for: ['user.read'] },
      { key: 'audit', href: '/audit', icon: <ScrollText aria-hidden="true" />, for: ['audit.read'] },
      {
        key: 'operations',
        href: '/operations',
        icon: <Activity aria-hidden="true" />,
        for: ['operations.read'],
      },
      { key: 'api', href: '/api-docs', icon: <Plug aria-hidden="true" />, for: ['user.write'] },
    ],
  },
];

const mayOpen = (role: Role, entry: Entry) => !entry.for || entry.for.some((permission) => can(role, permission));

/** What stands at the left: only pages that this role may open. */
export async function navigationFor(role: Role): Promise<NavGroup[]> {
  const t = await getTranslations('accounts.nav');
  return ENTRIES.map(({ key, entries }) => ({
    key,
    label: key === 'work' ? undefined : t(key),
    items: entries
      .filter((entry) => mayOpen(role, entry))
      .map(({ key: name, href, icon, exact }) => ({ href, icon, exact, label: t(name) })),
  })).filter(({ items }) => items.length > 0);
}
