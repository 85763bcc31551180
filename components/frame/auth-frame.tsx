import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DemoBanner } from './demo-banner';
import { LanguageSwitch } from './language-switch';
import { Logo } from './logo';
import { RoofLine } from './roof-line';

type Props = {
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** Below the card: help, demonstration accounts. */
  footer?: ReactNode;
  demo?: boolean;
};

/** Sign-in, first password: one card, nothing else to think about. */
export function AuthFrame({ title, description, children, footer, demo }: Props) {
  const t = useTranslations();
  return (
    <div className="flex min-h-dvh flex-col">
      {demo && <DemoBanner />}
      <div className="flex grow">
        <aside className="relative hidden w-[42%] max-w-2xl flex-col justify-between overflow-hidden bg-[#22306e] p-10 text-white lg:flex">
          <div className="flex items-center gap-3">
            <Logo className="size-9" />
            <span className="text-lg font-semibold tracking-wide">{t('common.appName')}</span>
          </div>
          <div className="relative z-10 mb-48">
            <p className="text-3xl font-semibold text-balance">{t('frame.slogan')}</p>
            <p className="mt-3 max-w-sm text-lg text-balance text-white/85">{t('frame.sloganLong')}</p>
          </div>
          <RoofLine className="absolute inset-x-0 bottom-0 w-full" />
        </aside>
        <div className="flex min-w-0 grow flex-col">
          <div className="flex justify-end p-3">
            <LanguageSwitch />
          </div>
          <main id="main" className="mx-auto flex w-full max-w-md grow flex-col justify-center px-5 pb-24">
            <Logo className="mb-5 size-10 lg:hidden" />
            <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
            {description && <div className="mt-1.5 text-ink-3">{description}</div>}
            <div className="mt-7">{children}</div>
            {footer && <div className="mt-8 border-t border-line pt-5 text-sm text-ink-3">{footer}</div>}
          </main>
        </div>
      </div>
    </div>
  );
}
