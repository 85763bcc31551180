import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { FrameAccountMenu } from '@/components/accounts/frame-account-menu';
import { KeepLocale } from '@/components/accounts/keep-locale';
import { AppFrame } from '@/components/frame/app-frame';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { labelIn } from '@/lib/domain/kernel/label';
import { isDemonstration } from '@/lib/server/accounts/installation';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { currentYear } from '@/lib/server/programme/years';
import { navigationFor } from './navigation';

/** The gate for everything inside: nobody sees the frame who is not signed in with a password of their own. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const [nav, demo, year, locale, t] = await Promise.all([
    navigationFor(actor.role),
    isDemonstration(),
    withActor(actor, (tx) => currentYear(tx, actor)),
    getLocale(),
    getTranslations('accounts'),
  ]);
  const role = `${labelIn(ROLE_LABELS[actor.role], locale)} · ${actor.username}`;
  return (
    <AppFrame
      nav={nav}
      unit={{ name: (locale === 'en' && actor.unit.nameEn) || actor.unit.name, level: actor.level }}
      year={year?.year}
      demo={demo}
      account={
        <FrameAccountMenu
          account={{
            name: actor.displayName,
            role,
            links: [
              { href: '/tokens', label: t('tokens.title') },
              { href: '/password', label: t('password.title') },
            ],
          }}
        />
      }
    >
      <KeepLocale locale={locale} kept={actor.locale} />
      {children}
    </AppFrame>
  );
}
