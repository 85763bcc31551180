'use client';

import { useEffect } from 'react';
import { api } from '@/lib/client/api';
import type { Locale } from '@/lib/i18n/config';

/** The language last chosen in this browser is the account's from now on, also on another one. */
export function KeepLocale({ locale, kept }: { locale: Locale; kept: Locale }) {
  useEffect(() => {
    if (locale !== kept) void api('PATCH', '/api/v1/me/locale', { body: { locale } });
  }, [locale, kept]);
  return null;
}
