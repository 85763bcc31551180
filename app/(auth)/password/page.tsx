import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PasswordForm } from '@/components/accounts/password-form';
import { AuthFrame } from '@/components/frame/auth-frame';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { isDemonstration } from '@/lib/server/accounts/installation';
import { currentActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.password');
  return { title: t('title') };
}

export default async function PasswordPage() {
  // The one page that is open before the password is one's own.
  const actor = await currentActor();
  if (!actor) redirect('/login');
  const [t, demo] = await Promise.all([getTranslations('accounts.password'), isDemonstration()]);
  const first = actor.mustChangePassword;
  return (
    <AuthFrame title={t(first ? 'first' : 'title')} description={t(first ? 'firstIntro' : 'intro')} demo={demo}>
      <ClientMessages namespaces={['accounts']}>
        <PasswordForm username={actor.username} first={first} />
      </ClientMessages>
    </AuthFrame>
  );
}
