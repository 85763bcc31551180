'use client';

import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Copyable } from '@/components/ui/copyable';

/** A one-time password, shown once: it is kept nowhere in clear. */
export function HandOver({ title, username, password }: { title: string; username: string; password: string }) {
  const t = useTranslations('accounts.users');
  return (
    <Banner tone="green" title={title} live>
      <p>{t('handOver')}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1">
        <dt>{t('username')}</dt>
        <dd>
          <Copyable text={username} />
        </dd>
        <dt>{t('oneTime')}</dt>
        <dd>
          <Copyable text={password} />
        </dd>
      </dl>
    </Banner>
  );
}
