import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { LinkButton } from '@/components/ui/link-button';
import { DemoBanner } from './demo-banner';
import { LanguageSwitch } from './language-switch';
import { LargeTypeSwitch } from './large-type-switch';
import { Logo } from './logo';
import { SkipLink } from './skip-link';

type Props = {
  children: ReactNode;
  /** The cookie `largeTypeCookie` is '1'. */
  largeType: boolean;
  demo?: boolean;
  homeHref?: string;
  /** Beside the name: what these pages are. */
  title?: string;
  /** null: there is nothing to sign in to at this address. */
  signInHref?: string | null;
};

/** Pages that need no account: notices, receipts, complaints. */
export function PublicFrame({ children, largeType, demo, homeHref = '/', title, signInHref = '/login' }: Props) {
  const t = useTranslations();
  return (
    <div className={cn('flex min-h-dvh flex-col', largeType && 'large-type')}>
      <SkipLink />
      {demo && <DemoBanner />}
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 max-w-4xl flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2">
          <Link href={homeHref} className="flex grow items-center gap-2.5 rounded-md">
            <Logo />
            <span className="font-semibold">
              {t('common.appName')}
              <span className="ml-2 font-normal text-ink-3 max-sm:hidden">{title ?? t('frame.publicTitle')}</span>
            </span>
          </Link>
          <div className="ml-auto flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
            <LargeTypeSwitch on={largeType} />
            <LanguageSwitch />
            {signInHref && (
              <LinkButton href={signInHref} variant="quiet" size="sm" prefetch={false}>
                {t('frame.signIn')}
              </LinkButton>
            )}
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-4xl grow px-4 py-6 focus:outline-none print:max-w-none print:p-0"
      >
        {children}
      </main>
      <footer className="no-print border-t border-line px-4 py-5 text-center text-sm text-ink-3">
        {t('common.appTitle')}
      </footer>
    </div>
  );
}
