import 'server-only';
import type { SearchFound } from '@/lib/domain/search/answers';
import { wordsOf } from '@/lib/domain/search/words';
import { pinyinOf, soundsOf } from '@/lib/server/compounds/names';
import { found } from './shown';

/** A page of the product that the asker may open. `zh`: its Chinese name, by which it is found in English too. */
export interface ProductPage {
  href: string;
  label: string;
  zh: string;
}

export function pageHits(q: string, pages: readonly ProductPage[]): SearchFound {
  const words = wordsOf(q);
  const those = pages.filter(({ label, zh }) => {
    const text = [label, ...soundsOf(zh)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return found('pages', those, {
    q,
    knownBy: ({ label, zh }) => ({ name: label, code: zh, pinyin: pinyinOf(zh) }),
    hit: ({ href, label, zh }) => ({ kind: 'page', id: href, title: label, note: label === zh ? '' : zh, href }),
  });
}
