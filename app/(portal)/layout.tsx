import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { FrameAccountMenu } from '@/components/accounts/frame-account-menu';
import { KeepLocale } from '@/components/accounts/keep-locale';
import { FieldMark } from '@/components/field/field-mark';
import { AppFrame } from '@/components/frame/app-frame';
import { Bell } from '@/components/notifications/bell';
import { SearchButton } from '@/components/search/search-button';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { labelIn } from '@/lib/domain/kernel/label';
import { unitName } from '@/lib/format/unit-name';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { frameFacts } from '@/lib/server/programme/frame';
import { navigationFor } from './navigation';

/** The gate for everything inside: nobody sees the frame who is not signed in with a password of their own. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const [nav, { year, demonstration, unread }, locale, t] = await Promise.all([
    navigationFor(actor.role),
    withReader(actor, (reader) => frameFacts(reader, actor), { atOnce: true }),
    getLocale(),
    getTranslations('accounts'),
  ]);
  const role = `${labelIn(ROLE_LABELS[actor.role], locale)} · ${actor.username}`;
  return (
    <AppFrame
      nav={nav}
      unit={{ name: unitName(actor.unit, locale), level: actor.level }}
      year={year ?? undefined}
      demo={demonstration}
      tools={
        <>
          <FieldMark accountId={actor.accountId} />
          <SearchButton />
          <Bell unread={unread} />
        </>
      }
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
