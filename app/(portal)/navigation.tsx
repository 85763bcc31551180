import * as activity from 'lucide-react/icons/activity';
import * as bellRing from 'lucide-react/icons/bell-ring';
import * as bookOpenText from 'lucide-react/icons/book-open-text';
import * as building from 'lucide-react/icons/building-complex';
import * as calendarCheck from 'lucide-react/icons/calendar-check';
import * as calendarRange from 'lucide-react/icons/calendar-range';
import * as chartNoAxesCombined from 'lucide-react/icons/chart-no-axes-combined';
import * as clipboardList from 'lucide-react/icons/clipboard-list';
import * as doorOpen from 'lucide-react/icons/door-open';
import * as smiling from 'lucide-react/icons/face-slightly-smiling';
import * as factory from 'lucide-react/icons/factory';
import * as fileCheck from 'lucide-react/icons/file-check';
import * as fileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import * as files from 'lucide-react/icons/files';
import * as gauge from 'lucide-react/icons/gauge';
import * as hammer from 'lucide-react/icons/hammer';
import * as landmark from 'lucide-react/icons/landmark';
import * as listChecks from 'lucide-react/icons/list-checks';
import * as megaphone from 'lucide-react/icons/megaphone';
import * as complaintSign from 'lucide-react/icons/message-square-exclamation-point';
import * as network from 'lucide-react/icons/network';
import * as newspaper from 'lucide-react/icons/newspaper';
import * as plug from 'lucide-react/icons/plug';
import * as scrollText from 'lucide-react/icons/scroll-text';
import * as shieldCheck from 'lucide-react/icons/shield-check';
import * as siren from 'lucide-react/icons/siren';
import * as sheet from 'lucide-react/icons/table-2';
import * as trophy from 'lucide-react/icons/trophy';
import * as users from 'lucide-react/icons/users';
import * as vote from 'lucide-react/icons/vote';
import * as wallet from 'lucide-react/icons/wallet';
import { getTranslations } from 'next-intl/server';
import type { NavGroup } from '@/components/frame/types';
import { type Drawing, drawing, Glyph } from '@/components/ui/glyph';
import { can, type Permission } from '@/lib/domain/accounts/permissions';
import { levelOf, type Role } from '@/lib/domain/accounts/roles';
import { FIELD_PERMISSIONS } from '@/lib/domain/field/does';
import { PAPER_KINDS } from '@/lib/domain/papers/official/register';
import type { Locale } from '@/lib/i18n/config';
import { loadMessages } from '@/lib/i18n/messages';

type Key =
  | 'home'
  | 'overview'
  | 'dashboard'
  | 'watch'
  | 'compounds'
  | 'votes'
  | 'projects'
  | 'progress'
  | 'inspections'
  | 'funds'
  | 'statistics'
  | 'companies'
  | 'field'
  | 'notices'
  | 'complaints'
  | 'satisfaction'
  | 'plans'
  | 'feasibility'
  | 'applications'
  | 'annualPlans'
  | 'supervision'
  | 'news'
  | 'scorecards'
  | 'papers'
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
  icon: Drawing;
  /** Shown to whoever may do one of these; to everybody when none is named. */
  for?: Permission[];
  /** Of counties and the prefecture alone. */
  offices?: boolean;
  exact?: boolean;
  apart?: boolean;
}

const ENTRIES: { key: 'work' | 'basis' | 'administration'; entries: Entry[] }[] = [
  {
    key: 'work',
    entries: [
      { key: 'home', href: '/', icon: drawing(listChecks), exact: true },
      // sums of counties are for the bodies, and nobody else reads scores
      { key: 'overview', href: '/overview', icon: drawing(gauge), for: ['scorecard.read'] },
      {
        key: 'dashboard',
        href: '/dashboard',
        icon: drawing(chartNoAxesCombined),
        for: ['dashboard.read'],
      },
      { key: 'watch', href: '/watch', icon: drawing(siren), for: ['dashboard.read'] },
      { key: 'compounds', href: '/compounds', icon: drawing(building), for: ['compound.read'] },
      { key: 'votes', href: '/votes', icon: drawing(vote), for: ['vote.read'] },
      { key: 'projects', href: '/projects', icon: drawing(hammer), for: ['project.read'] },
      { key: 'progress', href: '/progress', icon: drawing(calendarCheck), for: ['project.read'] },
      { key: 'inspections', href: '/inspections', icon: drawing(shieldCheck), for: ['project.read'] },
      { key: 'funds', href: '/funds', icon: drawing(wallet), for: ['fund.read'] },
      { key: 'statistics', href: '/statistics', icon: drawing(sheet), for: ['dashboard.read'], offices: true },
      { key: 'field', href: '/field', icon: drawing(doorOpen), for: [...FIELD_PERMISSIONS], apart: true },
      { key: 'notices', href: '/notices', icon: drawing(megaphone), for: ['notice.read'] },
      { key: 'complaints', href: '/complaints', icon: drawing(complaintSign), for: ['complaint.read'] },
      { key: 'satisfaction', href: '/satisfaction', icon: drawing(smiling), for: ['satisfaction.read'] },
      { key: 'plans', href: '/plans', icon: drawing(clipboardList), for: ['plan.read'] },
      { key: 'feasibility', href: '/feasibility', icon: drawing(fileCheck), for: ['feasibility.read'] },
      { key: 'applications', href: '/applications', icon: drawing(clipboardList), for: ['application.read'] },
      { key: 'annualPlans', href: '/annual-plans', icon: drawing(landmark), for: ['annualPlan.read'] },
      { key: 'supervision', href: '/supervision', icon: drawing(bellRing), for: ['supervision.read'] },
      { key: 'news', href: '/news', icon: drawing(newspaper), for: ['news.read'] },
      { key: 'scorecards', href: '/scorecards', icon: drawing(trophy), for: ['scorecard.read'] },
      // whoever may read at least one kind
      { key: 'papers', href: '/papers', icon: drawing(files), for: PAPER_KINDS.map(({ permission }) => permission) },
      {
        key: 'imports',
        href: '/imports',
        icon: drawing(fileSpreadsheet),
        for: ['import.run', 'export.run'],
      },
    ],
  },
  {
    key: 'basis',
    entries: [
      { key: 'companies', href: '/companies', icon: drawing(factory), for: ['project.write', 'annualPlan.read'] },
      { key: 'programme', href: '/programme', icon: drawing(calendarRange), for: ['programme.read'] },
      { key: 'rulebook', href: '/rulebook', icon: drawing(bookOpenText), for: ['rulebook.read'] },
    ],
  },
  {
    key: 'administration',
    entries: [
      { key: 'units', href: '/units', icon: drawing(network), for: ['unit.read'] },
      { key: 'users', href: '/users', icon: drawing(users), for: ['user.read'] },
      { key: 'audit', href: '/audit', icon: drawing(scrollText), for: ['audit.read'] },
      {
        key: 'operations',
        href: '/operations',
        icon: drawing(activity),
        for: ['operations.read'],
      },
      { key: 'api', href: '/api-docs', icon: drawing(plug), for: ['user.write'] },
    ],
  },
];

const isOffice = (role: Role) => ['prefecture', 'county'].includes(levelOf(role));
const mayOpen = (role: Role, entry: Entry) =>
  (!entry.offices || isOffice(role)) && (!entry.for || entry.for.some((permission) => can(role, permission)));

/** What stands at the left: only pages that this role may open. */
export async function navigationFor(role: Role): Promise<NavGroup[]> {
  const t = await getTranslations('accounts.nav');
  return ENTRIES.map(({ key, entries }) => ({
    key,
    label: key === 'work' ? undefined : t(key),
    items: entries
      .filter((entry) => mayOpen(role, entry))
      .map(({ key: name, href, icon, exact, apart }) => ({
        href,
        icon: <Glyph of={icon} />,
        exact,
        apart,
        label: t(name),
      })),
  })).filter(({ items }) => items.length > 0);
}

/** The same pages by their names alone, for searching. */
export async function pagesFor(role: Role, locale: Locale): Promise<{ href: string; label: string; zh: string }[]> {
  const [{ accounts: own }, { accounts: chinese }] = await Promise.all([loadMessages(locale), loadMessages('zh-CN')]);
  return ENTRIES.flatMap(({ entries }) => entries.filter((entry) => mayOpen(role, entry))).map(({ key, href }) => ({
    href,
    label: own.nav[key],
    zh: chinese.nav[key],
  }));
}
