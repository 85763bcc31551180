import { pinyin } from 'pinyin-pro';

/** Toneless pinyin, syllables apart: the order of lists, and what the search box finds. */
export function spell(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ').toLowerCase();
}
