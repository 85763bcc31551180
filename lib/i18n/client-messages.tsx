import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from './config';
import { loadMessages, type Namespace } from './messages';
import { readTexts, type Texts } from './read-sentence';
import { TextsProvider } from './texts-provider';

type Props = {
  namespaces: Namespace[];
  /** of all reasons those of these subjects alone, where a page judges by itself what a few rules say */
  reasons?: string[];
  children: ReactNode;
};

/**
 * Hands the named subjects' texts to the client components below it, beside the layout's own (FRAME_TEXTS), so that a
 * page carries only what it uses.
 */
export async function ClientMessages({ namespaces, reasons = [], children }: Props) {
  const locale = await getLocale();
  return (
    <TextsProvider locale={locale} json={await jsonOf(locale, namespaces, reasons)}>
      {children}
    </TextsProvider>
  );
}

/** What the frame of every page says; the root layout names them. */
export const FRAME_TEXTS: Namespace[] = ['common', 'ui', 'frame'];

/** Reasons are looked up as they are written (lib/format/reason.ts); all other sentences are filled by next-intl, and travel in their parts. */
const sent = (name: Namespace, texts: Texts) => (name === 'reasons' ? texts : readTexts(texts));

/** The texts of a build do not change. */
const written = new Map<string, string>();

async function jsonOf(locale: Locale, namespaces: readonly Namespace[], subjects: readonly string[]): Promise<string> {
  const key = [locale, ...namespaces, '|', ...subjects].join(' ');
  const known = written.get(key);
  if (known) return known;
  const messages = await loadMessages(locale);
  const some = Object.entries(messages.reasons).filter(([subject]) => subjects.includes(subject));
  const json = JSON.stringify({
    ...(some.length > 0 ? { reasons: Object.fromEntries(some) } : {}),
    ...Object.fromEntries(namespaces.map((name) => [name, sent(name, messages[name])])),
  });
  written.set(key, json);
  return json;
}
