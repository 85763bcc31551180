import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { largeTypeCookie } from '@/components/frame/large-type';
import { PublicFrame } from '@/components/frame/public-frame';
import { isDemonstration } from '@/lib/server/accounts/installation';

/** Everything in this group is open to residents, at ANJU_PUBLIC_URL too (scripts/serve-public.mjs reads this folder). */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [jar, asked, demo] = await Promise.all([cookies(), headers(), isDemonstration()]);
  // at the residents' address there is nothing to sign in to, and its '/' is the front page
  const isResidents = asked.get('x-anju-public') === '1';
  return (
    <PublicFrame
      largeType={jar.get(largeTypeCookie)?.value === '1'}
      demo={demo}
      homeHref={isResidents ? '/' : '/residents'}
      signInHref={isResidents ? null : '/login'}
    >
      {children}
    </PublicFrame>
  );
}
