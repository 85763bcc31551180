import { createTranslator } from 'next-intl';
import type { Locale } from './config';
import { loadMessages } from './messages';

type Values = Record<string, string | number>;

/** Sentences by a key that is only known at run time (codes of errors and reasons); a key without a sentence is shown as it is. */
export async function sentences(locale: Locale): Promise<(key: string, values?: Values) => string> {
  const messages: Record<string, unknown> = await loadMessages(locale);
  const translate = createTranslator({
    locale,
    messages: messages as Record<string, string>,
    onError: () => {},
    getMessageFallback: ({ key }) => key,
  });
  return (key, values) => translate(key, values);
}
