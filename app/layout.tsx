import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StyleNonce } from '@/components/frame/style-nonce';
import { SoftLinks } from '@/components/ui/soft-links';
import { Toaster } from '@/components/ui/toaster';
import { ClientMessages, FRAME_TEXTS } from '@/lib/i18n/client-messages';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: { default: t('appTitle'), template: `%s · ${t('appName')}` } };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#ffffff' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={await getLocale()}>
      <body>
        <StyleNonce nonce={nonce} />
        <ClientMessages namespaces={FRAME_TEXTS}>
          {children}
          <Toaster />
          <SoftLinks />
        </ClientMessages>
      </body>
    </html>
  );
}
