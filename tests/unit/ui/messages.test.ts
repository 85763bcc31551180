import fs from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import formatMessage from '@/lib/i18n/format-message';
import inBrowser from '@/lib/i18n/format-message-browser';
import { formats } from '@/lib/i18n/formats';
import { loadMessages, type Messages } from '@/lib/i18n/messages';
import { readTexts, type Texts } from '@/lib/i18n/read-sentence';
import { rel } from '@/scripts/paths.mjs';

/** A name of the rule book comes in both languages, as `name` and `nameEn`: each text takes its own. */
const inEither = (names: string) => names.replace(/En\b/g, '');

/** Each text's path and the names of its arguments, so that a translation can neither miss a key nor an argument. */
function outline(texts: Texts, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}(${inEither(argumentsOf(value))})`] : outline(value, `${path}${key}.`),
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

/** Every sentence by its path. */
function sentences(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : sentences(value, `${path}${key}.`),
  );
}

/** Something for each argument: figures where a figure or a date is wanted, a piece of text where a tag encloses it. */
function valuesFor(text: string, figure: number) {
  const plain = argumentsOf(text).split(',').filter(Boolean);
  const figures = [...text.matchAll(/\{\s*(\w+)\s*,/g)].map(([, name]) => name);
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => [name, (chunks: unknown) => `[${chunks}]`]);
  const given = plain.map((name) => [name, figures.includes(name) ? figure : `值<${name}>`]);
  return Object.fromEntries([...given, ...tags]);
}

describe('how sentences are filled', () => {
  test.each(['zh-CN', 'en'] as const)('as next-intl itself would, each of them, in %s', (locale) => {
    const messages = asTexts(locale === 'en' ? english : chinese);
    const said = createTranslator({ locale, messages: messages as never, formats, timeZone: 'Asia/Shanghai' });
    const wrong = sentences(messages).flatMap(([key, text]) =>
      [0, 1, 2, 12_345.678].flatMap((figure) => {
        const values = valuesFor(text, figure);
        const options = { locale, globalFormats: formats, timeZone: 'Asia/Shanghai' };
        const ours = Object.keys(values).length === 0 ? text : formatMessage(key, text, values, options);
        const theirs = said.rich(key as never, values as never);
        return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [`${key}: ${ours} instead of ${theirs}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('in the browser from what was sent there, as on the server', () => {
    const [text, sent] = [
      '{count, plural, =0 {没有} other {# 个}}',
      readTexts({ a: '{count, plural, =0 {没有} other {# 个}}' }).a,
    ];
    const options = { locale: 'zh-CN' };
    const overTheWire: unknown = JSON.parse(JSON.stringify(sent));
    for (const count of [0, 1, 12_345])
      expect(inBrowser('a', overTheWire, { count }, options)).toBe(formatMessage('a', text, { count }, options));
    expect(() => inBrowser('ui', { a: '' }, {}, options)).toThrow('ui is no sentence');
  });

  test('what is no sentence is refused', () => {
    expect(() => formatMessage('ui', { a: '' }, {}, { locale: 'en' })).toThrow('ui is no sentence');
  });

  test('reasons go to the browser as they are written: nobody there asks next-intl for one', () => {
    const views = fs
      .readdirSync(rel('components'), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.tsx'));
    expect(views.length).toBeGreaterThan(100);
    const asking = views.filter((name) =>
      fs.readFileSync(rel('components', name), 'utf8').includes("Translations('reasons"),
    );
    expect(asking).toEqual([]);
  });
});
