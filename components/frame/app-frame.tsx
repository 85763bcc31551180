import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { DemoBanner } from './demo-banner';
import { LanguageSwitch } from './language-switch';
import { Logo } from './logo';
import { Nav } from './nav';
import { NavDrawer } from './nav-drawer';
import { SkipLink } from './skip-link';
import type { NavGroup, UnitLevel } from './types';

type Props = {
  nav: readonly NavGroup[];
  unit: { name: string; level: UnitLevel };
  /** The programme year as a number, or a control that changes it. */
  year?: ReactNode;
  /** `<AccountMenu>` within a client piece that knows how to sign out. */
  account: ReactNode;
  /** Search over everything, bell: small, at the right of the bar. */
  tools?: ReactNode;
  demo?: boolean;
  children: ReactNode;
};

/** The quiet frame of every page behind sign-in. */
export function AppFrame({ nav, unit, year, account, tools, demo, children }: Props) {
  const t = useTranslations();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {demo && <DemoBanner />}
      <div className="flex grow">
        <aside className="no-print sticky top-0 hidden h-dvh w-56 shrink-0 flex-col border-r border-line bg-surface lg:flex">
          <Link href="/" className="focus-inset flex h-14 shrink-0 items-center gap-2.5 px-4">
            <Logo />
            <span className="leading-tight">
              <span className="block font-semibold tracking-wide">{t('common.appName')}</span>
              <span className="block text-xs text-ink-3">{t('frame.slogan')}</span>
            </span>
          </Link>
          <div className="grow overflow-y-auto px-2.5 py-3">
            <Nav groups={nav} />
          </div>
        </aside>
        <div className="flex min-w-0 grow flex-col">
          <header className="no-print sticky top-0 z-30 flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface/95 px-2 backdrop-blur-sm sm:px-4 lg:px-6">
            <NavDrawer groups={nav} footer={<LanguageSwitch />} />
            <div className="flex min-w-0 grow items-center gap-2">
              <span className="min-w-0 truncate text-sm font-medium">{unit.name}</span>
              <Badge className="max-sm:hidden">{t(`frame.level.${unit.level}`)}</Badge>
            </div>
            {year !== undefined && (
              // the English words stand in two lines where the bar is narrow
              <span className="shrink-0 text-sm text-ink-2 max-sm:max-w-[4.5rem] max-sm:text-right max-sm:text-xs">
                {typeof year === 'number' ? t('frame.programmeYear', { year: String(year) }) : year}
              </span>
            )}
            {tools}
            <span className="max-lg:hidden">
              <LanguageSwitch />
            </span>
            {account}
          </header>
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-[100rem] grow px-4 py-5 pb-24 focus:outline-none sm:px-6 sm:pb-10 lg:px-8 print:p-0"
          >
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}
