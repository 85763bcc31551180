import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleLines } from '@/lib/domain/papers/title-lines';

test.each([
  ['关于征求意见结果的公示', ['关于征求意见结果的公示']],
  ['关于金山路12号小区第二次征求意见结果的公示', ['关于金山路12号小区', '第二次征求意见结果的公示']],
  [
    '楚雄州住房和城乡建设局关于2020年度城镇老旧小区改造项目名单的公示',
    ['楚雄州住房和城乡建设局关于2020年度', '城镇老旧小区改造项目名单的公示'],
  ],
  ['自己分行的\n标题', ['自己分行的', '标题']],
])('%s', (title, lines) => expect(titleLines(title)).toEqual(lines));

test('nothing is lost, whatever the title, and no line of Chinese is longer than the page is wide', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'关于金山路小区的公示、《》（）第12号结果abc'), maxLength: 90 }),
      (title) => {
        const lines = titleLines(title);
        expect(lines.join('')).toBe(title);
        for (const line of lines) expect(line.replace(/[ -ÿ]/g, '').length).toBeLessThanOrEqual(20);
      },
    ),
  );
});
