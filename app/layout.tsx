import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
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
  return (
    <html lang={await getLocale()}>
      <body>
        <ClientMessages namespaces={FRAME_TEXTS}>
          {children}
          <Toaster />
          <SoftLinks />
        </ClientMessages>
      </body>
    </html>
  );
}
