import { describe, expect, test } from 'vitest';
import { loadMessages, type Messages } from '@/lib/i18n/messages';

type Texts = { readonly [key: string]: string | Texts };

/** Each text's path and the names of its arguments, so that a translation can neither miss a key nor an argument. */
function outline(texts: Texts, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}(${argumentsOf(value)})`] : outline(value, `${path}${key}.`),
  );
}

function argumentsOf(text: string): string {
  const names = [...text.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map(([, name]) => name);
  return [...new Set(names)].sort().join(',');
}

const asTexts = (messages: Messages) => messages as unknown as Texts;

const [chinese, english] = await Promise.all([loadMessages('zh-CN'), loadMessages('en')]);

describe('texts', () => {
  test('English has every text that Chinese has, with the same arguments', () => {
    expect(outline(asTexts(english)).sort()).toEqual(outline(asTexts(chinese)).sort());
  });

  test('no text is empty', () => {
    const empty = (texts: Texts): boolean =>
      Object.values(texts).some((value) => (typeof value === 'string' ? value.trim() === '' : empty(value)));
    expect(empty(asTexts(chinese))).toBe(false);
    expect(empty(asTexts(english))).toBe(false);
  });
});
