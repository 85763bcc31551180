import compile from 'icu-minify/compile';
import type { CompiledMessage } from 'icu-minify/format';

const known = new Map<string, CompiledMessage>();

/** A sentence in its parts; texts of a build do not change, so each is read once. */
export function readSentence(text: string): CompiledMessage {
  const read = known.get(text) ?? compile(text);
  known.set(text, read);
  return read;
}

export type Texts = { readonly [key: string]: string | Texts };
export type ReadTexts = { readonly [key: string]: CompiledMessage | ReadTexts };

/** All sentences of a subject in their parts, as they are sent to the browser: there nothing reads them. */
export const readTexts = (texts: Texts): ReadTexts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? readSentence(value) : readTexts(value),
    ]),
  );
