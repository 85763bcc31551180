import type { Locale } from '@/lib/domain/kernel/label';
import { parseMoney } from '@/lib/domain/kernel/money';
import { formatPercent } from '@/lib/format/percent';

export interface Word {
  code: string;
  name: string;
  nameEn: string;
}

/** The rule book's words for money, as the page read them. */
export interface FundWords {
  sources: readonly (Word & { kinds: readonly Word[] })[];
  earmarks: readonly Word[];
  /** codes and names of the menu; only those that the plans do, where something is to be chosen */
  menu: readonly Word[];
}

export const inWords = (one: Word | undefined, code: string, locale: Locale): string =>
  one ? (locale === 'en' ? one.nameEn : one.name) : code;

/** 地方财政配套资金 · 县市级 */
export function sourceName(words: FundWords, source: string, kind: string, locale: Locale): string {
  const found = words.sources.find(({ code }) => code === source);
  const of = found?.kinds.find(({ code }) => code === kind);
  return [inWords(found, source, locale), kind && inWords(of, kind, locale)].filter(Boolean).join(' · ');
}

export const earmarkName = ({ earmarks }: FundWords, earmark: string, locale: Locale): string =>
  inWords(
    earmarks.find(({ code }) => code === earmark),
    earmark,
    locale,
  );

/** The source with its purpose, where it has one of its own. */
export function potName(
  words: FundWords,
  { source, kind, earmark }: { source: string; kind: string; earmark: string },
  locale: Locale,
): string {
  const name = sourceName(words, source, kind, locale);
  return earmark === 'general' ? name : `${name} · ${earmarkName(words, earmark, locale)}`;
}

/** A sum of the API as fen; 0 where it says nothing. */
export function fenOf(text: string | null | undefined): bigint {
  const read = parseMoney(text ?? '0');
  return read.ok ? read.value : 0n;
}

/** Fen in the unit that overviews are written in, 万元 or in English millions: only to draw with. */
export const drawnIn = (locale: Locale, fen: bigint): number =>
  Number(fen) / (locale === 'en' ? 100_000_000 : 1_000_000);

export const shareOf = (part: string, whole: string): string => formatPercent(fenOf(part), fenOf(whole), { digits: 1 });
