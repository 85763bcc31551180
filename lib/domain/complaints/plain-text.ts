import { z } from 'zod';
import { hasControlCharacters } from '../kernel/input';

// No brackets inside: each character is looked at once, however many a hostile text opens.
const TAG = /<[^<>]*>/g;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const HIDDEN = /<(script|style)\b[^<>]*>[^<]*(?:<\/\1\s*>)?/gi;

/** Nothing is left of it when the markup is taken away. A < in a sentence is a sign like any other, and is kept and shown as it was typed. */
export function isOnlyMarkup(text: string): boolean {
  if (!text.includes('<')) return false;
  const said = text
    .replace(HIDDEN, ' ')
    .replace(TAG, ' ')
    .replace(/&#?\w{1,10};/g, ' ');
  return !SAYS_SOMETHING.test(said);
}

/** What people write: kept as text, letter by letter, never as markup; line breaks stay, empty ends go. */
export const wordsOf = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !hasControlCharacters(text), { error: 'input.controlCharacters' })
    .refine((text) => !isOnlyMarkup(text), { error: 'complaint.onlyMarkup' });
