import { describe, expect, it } from 'vitest';
import { markedParts } from '@/lib/domain/search/marks';
import { type Known, nearness, ranked } from '@/lib/domain/search/rank';
import { wordsOf } from '@/lib/domain/search/words';

const home: Known = { name: '楚雄家园', code: '532301-0042', pinyin: 'chu xiong jia yuan' };

describe('how near a word comes', () => {
  it.each([
    ['532301-0042', 'exact'],
    ['楚雄家园', 'exact'],
    ['532301', 'begins'],
    ['楚雄', 'begins'],
    ['cxjy', 'sounds'],
    ['chuxiong', 'sounds'],
    ['chux', 'sounds'],
    ['家园', 'within'],
    ['0042', 'within'],
    ['jiayuan', 'soundsWithin'],
    ['jy', 'soundsWithin'],
    ['鹿城路', 'elsewhere'],
    // not from the middle of a syllable
    ['huxiong', 'elsewhere'],
  ])('%s: %s', (word, near) => {
    expect(nearness(word, home)).toBe(near);
  });

  it('a thing without number or pinyin is known by its name alone', () => {
    expect(nearness('月报', { name: '月报' })).toBe('exact');
    expect(nearness('yb', { name: '月报', code: null, pinyin: null })).toBe('elsewhere');
  });
});

describe('the order of what is found', () => {
  const names = (q: string, known: Known[]) => ranked(q, known, (one) => one).map(({ name }) => name);

  it('the very number, the beginning, the sound, within, elsewhere; of equals the shorter name', () => {
    const known = [
      { name: '家园（原 0042 号院）', pinyin: 'jia yuan' },
      { name: '别处' },
      { name: '0042 号院东区' },
      { name: '0042 号院' },
      { name: '楚雄家园', code: '0042' },
    ];
    expect(names('0042', known)).toEqual(['楚雄家园', '0042 号院', '0042 号院东区', '家园（原 0042 号院）', '别处']);
  });

  it('each word counts: both near comes before one exact and the other far', () => {
    const known = [
      { name: '禄丰', pinyin: 'lu feng' },
      { name: '禄丰一中小区', pinyin: 'lu feng yi zhong xiao qu' },
    ];
    expect(names('禄丰 一中', known)).toEqual(['禄丰一中小区', '禄丰']);
  });

  it('what comes equally near stays as it came', () => {
    expect(names('小区', [{ name: '甲小区' }, { name: '乙小区' }])).toEqual(['甲小区', '乙小区']);
  });
});

describe('what was typed', () => {
  it('is compared word by word, in plain small letters', () => {
    expect(wordsOf('  ＣＸＪＹ　禄丰 (1) ')).toEqual(['cxjy', '禄丰', '(1)']);
    expect(wordsOf('a b c d e f g h i j')).toHaveLength(8);
  });

  it('is marked where it stands letter for letter, overlaps as one', () => {
    expect(markedParts('禄丰一中小区', '一中 中小')).toEqual([
      { at: 0, text: '禄丰', hit: false },
      { at: 2, text: '一中小', hit: true },
      { at: 5, text: '区', hit: false },
    ]);
    expect(markedParts('禄丰一中', 'lfyz')).toEqual([{ at: 0, text: '禄丰一中', hit: false }]);
    expect(markedParts('Ａ区（１）', 'a区(1)')).toEqual([{ at: 0, text: 'Ａ区（１）', hit: true }]);
    expect(markedParts('50%_\\', '%_')).toEqual([
      { at: 0, text: '50', hit: false },
      { at: 2, text: '%_', hit: true },
      { at: 4, text: '\\', hit: false },
    ]);
  });
});
