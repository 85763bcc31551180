import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LoginForm } from '@/components/accounts/login-form';
import { AuthFrame } from '@/components/frame/auth-frame';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { isDemonstration } from '@/lib/server/accounts/installation';
import { safePath } from '@/lib/server/auth/origin';
import { currentActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.login');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LoginPage({ searchParams }: Props) {
  const { next, notice } = await searchParams;
  if (await currentActor()) redirect('/');
  const [t, demo] = await Promise.all([getTranslations('accounts.login'), isDemonstration()]);
  return (
    <AuthFrame
      title={t('title')}
      description={t('intro')}
      demo={demo}
      footer={
        <>
          {demo && <p className="mb-2">{t('demo')}</p>}
          <p>{t('forgot')}</p>
        </>
      }
    >
      <ClientMessages namespaces={['accounts']}>
        <LoginForm
          next={safePath([next].flat()[0])}
          notice={notice === 'again' || notice === 'signedOut' ? notice : undefined}
        />
      </ClientMessages>
    </AuthFrame>
  );
}
