import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { largeTypeCookie } from '@/components/frame/large-type';
import { PublicFrame } from '@/components/frame/public-frame';

/** Pages for whoever is in the office's network, with or without an account. They are not those of the residents' address: that shows (public) alone. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const [jar, t] = await Promise.all([cookies(), getTranslations('certificate')]);
  return (
    <PublicFrame
      largeType={jar.get(largeTypeCookie)?.value === '1'}
      title={t('frameTitle')}
      homeHref="/certificate"
      signInHref={null}
    >
      {children}
    </PublicFrame>
  );
}
