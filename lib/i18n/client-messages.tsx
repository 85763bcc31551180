import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formats } from './formats';
import type { Namespace } from './messages';

/**
 * Hands the named subjects' texts to the client components below it, so that a page carries only what it uses.
 * A provider inside another one replaces its texts: name everything the part of the page needs. The layout's own
 * (`alwaysOnClient`) are always included.
 */
export async function ClientMessages({ namespaces = [], children }: { namespaces?: Namespace[]; children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  const wanted = new Set<Namespace>([...alwaysOnClient, ...namespaces]);
  const picked = Object.fromEntries([...wanted].map((name) => [name, messages[name]]));
  return (
    <NextIntlClientProvider locale={locale} messages={picked} formats={formats} timeZone="Asia/Shanghai">
      {children}
    </NextIntlClientProvider>
  );
}

const alwaysOnClient: Namespace[] = ['common', 'ui', 'frame'];
