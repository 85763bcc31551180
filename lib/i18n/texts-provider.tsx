'use client';

import { NextIntlClientProvider } from 'next-intl';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Locale, timeZone } from './config';
import { formats } from './formats';
import type { Messages } from './messages';

type Texts = Partial<Messages>;

const Around = createContext<Texts>({});

/** What was sent once is read once: on the server for everybody, as texts are nobody's own. */
const known = new Map<string, Texts>();

function read(json: string): Texts {
  const texts = known.get(json) ?? (JSON.parse(json) as Texts);
  known.set(json, texts);
  return texts;
}

type Props = { locale: Locale; json: string; children: ReactNode };

/** Texts for the client components below, beside those that are there already. They come as one string: as an object React would walk through each of them, three times a page. */
export function TextsProvider({ locale, json, children }: Props) {
  const around = useContext(Around);
  const texts = useMemo(() => ({ ...around, ...read(json) }), [around, json]);
  return (
    <Around.Provider value={texts}>
      <NextIntlClientProvider locale={locale} messages={texts} formats={formats} timeZone={timeZone}>
        {children}
      </NextIntlClientProvider>
    </Around.Provider>
  );
}
