import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { officialDocx } from '@/lib/server/papers/official-docx';
import { PAPER } from '@/tests/support/papers/paper';

async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)]),
  );
}
const docx = await partsOf(await officialDocx(PAPER));
const part = (path: string): string => docx[path] ?? '';
const document = part('word/document.xml');
const attribute = (tag: string, name: string): number => {
  const found = document.match(new RegExp(`<w:${tag} [^>]*w:${name}="(-?\\d+)"`));
  return Number(found?.[1]);
};
const mm = (twips: number): number => (twips * 25.4) / 1440;

describe('the layout of GB/T 9704-2012', () => {
  test('A4, 37 mm above, 28 mm at the left, a text area of 156 × 225 mm', () => {
    const [width, height] = [mm(attribute('pgSz', 'w')), mm(attribute('pgSz', 'h'))];
    expect([width, height].map(Math.round)).toEqual([210, 297]);
    const [top, left] = [mm(attribute('pgMar', 'top')), mm(attribute('pgMar', 'left'))];
    expect(top).toBeCloseTo(37, 1);
    expect(left).toBeCloseTo(28, 1);
    expect(width - left - mm(attribute('pgMar', 'right'))).toBeCloseTo(156, 1);
    expect(height - top - mm(attribute('pgMar', 'bottom'))).toBeCloseTo(225, 1);
  });

  test('28 signs in a line and no 29th; 22 lines on a page and no 23rd', () => {
    const styles = part('word/styles.xml');
    const size = Number(styles.match(/<w:sz w:val="(\d+)"/)?.[1]) / 2;
    const closer = Number(styles.match(/<w:spacing w:val="(-?\d+)"/)?.[1]) / 20;
    const line =
      Number(
        styles.match(/w:line="(\d+)" w:lineRule="exact"/)?.[1] ??
          styles.match(/w:lineRule="exact"[^>]*w:line="(\d+)"/)?.[1],
      ) / 20;
    expect(size).toBe(16);
    const [width, height] = [(156 * 72) / 25.4, (225 * 72) / 25.4];
    expect(Math.floor(width / (size + closer))).toBe(28);
    expect(Math.floor(height / line)).toBe(22);
    expect(attribute('docGrid', 'linePitch')).toBe(line * 20);
    expect(styles).toMatch(
      /w:styleId="Normal".*<w:widowControl w:val="0"\/><w:autoSpaceDE w:val="0"\/><w:autoSpaceDN w:val="0"\/>/,
    );
  });

  test('仿宋 for the body, 小标宋 2号 for the title, 黑体 and 楷体 for the levels, each with what may stand in for it', () => {
    expect(part('word/styles.xml')).toMatch(/w:eastAsia="仿宋"/);
    const title = document.match(/<w:r>(?:(?!<\/w:r>).)*关于金山路12号小区(?:(?!<\/w:r>).)*<\/w:r>/)?.[0];
    expect(title).toMatch(/w:eastAsia="方正小标宋简体"/);
    expect(title).toMatch(/<w:sz w:val="44"\/>/);
    expect(document).toMatch(/w:eastAsia="黑体"[^/]*\/>(?:(?!<w:t).)*<w:t[^>]*>一、征求意见的范围</);
    expect(document).toMatch(/w:eastAsia="楷体"[^/]*\/>(?:(?!<w:t).)*<w:t[^>]*>（一）户数。</);
    for (const name of ['仿宋', '楷体', '黑体', '宋体', '方正小标宋简体'])
      expect(part('word/fontTable.xml')).toMatch(new RegExp(`<w:font w:name="${name}"><w:altName w:val="[^"]+,Noto S`));
  });

  test('paragraphs begin two signs in', () => {
    const sign = 315;
    expect(document).toContain(`w:firstLine="${2 * sign}"`);
  });

  test.each([
    // 7 signs of 社区 居委会 beside 6.5 of the date
    ['金山社区居委会', 4 - 0.25, 4],
    ['社区', 4 + 2.25, 4],
    // wider than the date and the room at its right: the name at the edge, the date below its middle
    ['禄丰市金山镇金山社区居民委员会', 0, 4.25],
  ])('the date stands four signs from the right, the name of %s centred over it', async (signed, name, date) => {
    const { 'word/document.xml': xml = '' } = await partsOf(await officialDocx({ ...PAPER, signed }));
    const right = [...xml.matchAll(/<w:ind w:right="(\d+)"\/><w:jc w:val="right"\/>/g)].map(([, twips]) =>
      Number(twips),
    );
    expect(right).toEqual([Math.round(name * 315), Math.round(date * 315)]);
  });

  test('who signs never stands alone on a page: the annexes come along, else the end of the text', async () => {
    const ends = async (more: Partial<typeof PAPER>) => {
      const { 'word/document.xml': xml = '' } = await partsOf(await officialDocx({ ...PAPER, tables: [], ...more }));
      const all = xml.match(/<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? [];
      const from = all.findLastIndex((one) => !one.includes('<w:keepNext/>') && one !== all.at(-1)) + 1;
      return all.slice(from).map((one) => one.replace(/<[^>]+>/g, ''));
    };
    const { signed, date } = PAPER;
    const annexes = ['项目清单', '支撑材料'];
    expect(await ends({ body: ['有关情况如下。', '特此通知。'], attachments: annexes })).toEqual([
      '',
      '附件：1．项目清单',
      '2．支撑材料',
      '',
      '',
      signed,
      date,
    ]);
    expect(await ends({ body: ['有关情况如下。', '特此通知。'], attachments: [] })).toEqual([
      '特此通知。',
      '',
      '',
      signed,
      date,
    ]);
  });

  test('odd pages are numbered at the right, even pages at the left: — 1 —', () => {
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const footers = Object.entries(docx).filter(([path]) => /footer\d\.xml$/.test(path));
    expect(footers.map(([, xml]) => xml.match(/<w:jc w:val="(\w+)"/)?.[1]).sort()).toEqual(['left', 'right']);
    for (const [, xml] of footers) expect(xml.replace(/<[^>]+>/g, '')).toBe('— PAGE —');
  });

  test('the columns of a table fill the text area to the twip, and its head comes again on each page', () => {
    const columns = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(columns.reduce((sum, width) => sum + width, 0)).toBe(
      attribute('pgSz', 'w') - attribute('pgMar', 'left') - attribute('pgMar', 'right'),
    );
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });
});

describe('what must not be torn', () => {
  test('sums in a table of many columns stand on one line, whatever its words want', async () => {
    const head = ['改造内容', '类别', '结论', '工程量', '单价（元）', '费用（元）', '方式、出资与说明'];
    const words = '管线单位或国有专营企业出资；架空梳理；本栋住户已自行完成';
    const rows = [['供电供水供气一户一表改造', '必改', '居民不同意', '1,240.5㎡', '35,409.00', '129,921.42', words]];
    const { 'word/document.xml': xml = '' } = await partsOf(await officialDocx({ ...PAPER, tables: [{ head, rows }] }));
    const columns = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    // 5号: a figure at most 140 twips wide, 200 twips free beside them
    expect(columns[4]).toBeGreaterThanOrEqual(9 * 140 + 200);
    expect(columns[5]).toBeGreaterThanOrEqual(10 * 140 + 200);
    // 1,240.5㎡ too, and 必改 stands beside itself: two signs of 210 between 80 free at each side
    expect(columns[3]).toBeGreaterThanOrEqual(7 * 140 + 210 + 200);
    expect(columns[1]).toBeGreaterThanOrEqual(2 * 210 + 2 * 80);
    expect(columns.reduce((sum, width) => sum + width, 0)).toBe(
      attribute('pgSz', 'w') - attribute('pgMar', 'left') - attribute('pgMar', 'right'),
    );
  });

  test('a hash does not spread the words before it over the line', async () => {
    const body = [`核验信息：定稿哈希${'0123456789abcdef'.repeat(4)}。`, '其他'];
    const { 'word/document.xml': xml = '' } = await partsOf(await officialDocx({ ...PAPER, body }));
    const paragraph = xml.split('<w:p>').find((one) => one.includes('核验信息')) ?? '';
    expect(paragraph).toContain('<w:jc w:val="left"/>');
  });
});

describe('made again', () => {
  test('it is the same bytes, whenever it is made and whatever was made before', async () => {
    const first = await officialDocx(PAPER);
    vi.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), toFake: ['Date'] });
    await officialDocx({ ...PAPER, title: '另一份' });
    const again = await officialDocx(PAPER);
    vi.useRealTimers();
    expect(again.equals(first)).toBe(true);
  });

  test('another word is other bytes', async () => {
    const first = await officialDocx(PAPER);
    expect((await officialDocx({ ...PAPER, date: '2020年5月22日' })).equals(first)).toBe(false);
  });
});

test('signs that mean something in XML stand there as they are', async () => {
  const { 'word/document.xml': xml } = await partsOf(
    await officialDocx({ ...PAPER, title: '<甲> & "乙"', addressee: null, documentNo: null, attachments: [] }),
  );
  expect(xml).toContain('&lt;甲&gt; &amp; ');
  expect(xml).not.toContain('附件：');
});
