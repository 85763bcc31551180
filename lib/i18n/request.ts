import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { defaultLocale, isLocale, localeCookie, timeZone } from './config';
import { formats } from './formats';
import { loadMessages } from './messages';

export default getRequestConfig(async () => {
  const wanted = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  return { locale, messages: await loadMessages(locale), timeZone, formats };
});
