import { describe, expect, test } from 'vitest';
import { formSheets } from '@/components/votes/form-sheet';
import type { FormPrint, SchemePrint, Sheet } from '@/lib/domain/votes/form-print';
import { code128 } from '@/lib/server/votes/bars';

const sheet: Sheet = {
  formNo: '532302-0012-1-1-00037-K',
  householdId: '1',
  buildingName: '3栋',
  unitNo: '2',
  room: '501',
  area: '1088.33',
  owners: [
    { name: '张**', kind: 'person' },
    { name: '李**', kind: 'person' },
  ],
  bars: code128('532302-0012-1-1-00037-K'),
  share: null,
  receipt: 'ABCD-EFGH-JKMN-PQRS',
  receiptUrl: null,
};
const print: FormPrint = {
  round: { id: '1', code: '532302-0012-1-1', round: 1, attempt: 1, status: 'open' },
  compound: { name: '文化路12号小区', address: null },
  places: { county: '禄丰市', subdistrict: '金山镇', community: '金山社区' },
  households: 403,
  area: '66783.97',
  policy: { title: '实施意见', documentNo: '楚住建城〔2020〕1号' },
  test: { name: '总户数2/3且专属面积2/3以上同意', basis: '楚住建城〔2020〕1号 三(三)5', ofAll: true },
  menu: [{ scope: 'building', necessity: 'required', items: [{ code: 'B-R01', name: '屋面渗漏修缮' }] }],
  scheme: null,
  sheets: [sheet],
  count: 1,
  voided: 0,
};
const scheme: SchemePrint = {
  no: 3,
  title: '文化路小区改造方案',
  estimate: '4180000.00',
  ownersShare: '418000.00',
  shareRule: 'area',
  hash: 'a1b2c3d4e5f60718293a',
  parts: [
    { name: '工程设计方案', summary: '短' },
    { name: '工程预算', summary: '长'.repeat(200) },
  ],
};
const textOf = (form: FormPrint) =>
  formSheets(form)
    .toString()
    .replace(/<[^>]+>/g, '');

describe('round 1', () => {
  test('asks whether, what and what is worst, and has room for who signs', () => {
    const text = textOf(print);
    for (const said of [
      '征求意见表',
      '文化路12号小区',
      '第一次征求意见（第1轮）',
      '3栋',
      '张**、李**',
      '1,088.33 ㎡',
      '屋面渗漏修缮',
      '同　意',
      '不同意',
      '弃　权',
      '授权委托',
      '产权人签名',
    ])
      expect(text).toContain(said);
  });
  test('says how is counted, by the test that decides', () => {
    expect(textOf(print)).toContain('未交回的和弃权的计入总数，不计入同意');
    const civil = { name: '3/4以上同意', basis: '《中华人民共和国民法典》第二百七十八条', ofAll: false };
    expect(textOf({ ...print, test: civil })).toContain('未交回的不计入参与表决');
  });
});

describe('round 2', () => {
  const text = textOf({
    ...print,
    round: { ...print.round, round: 2 },
    scheme,
    sheets: [{ ...sheet, share: '1037.24' }],
  });
  test('names the version, the amounts and the household’s own part', () => {
    for (const said of [
      '第 3 版',
      '4,180,000.00 元',
      '418,000.00 元',
      '1,037.24 元',
      '第二百八十三条',
      'a1b2c3d4e5f60718',
    ])
      expect(text).toContain(said);
  });
  test('says where a part is cut', () => {
    expect(text).toContain('短');
    expect(text).toMatch(/长{80}……（全文见公示）/);
    expect(text).not.toMatch(/长{81}/);
  });
});

describe('the receipt', () => {
  const publicly = { ...print, sheets: [{ ...sheet, receiptUrl: 'https://gs.example.cn/receipt/ABCDEFGHJKMNPQRS' }] };
  test('has a QR code and the address only where residents can reach it', () => {
    expect(formSheets(publicly).toString()).toContain('class="form-qr"');
    expect(textOf(publicly)).toContain('https://gs.example.cn/receipt/ABCDEFGHJKMNPQRS');
    expect(formSheets(print).toString()).not.toContain('class="form-qr"');
    expect(textOf(print)).toContain('到社区居民委员会');
  });
});

test('a name that is markup is text', () => {
  const markup = formSheets({ ...print, compound: { name: '<img src=x onerror=alert(1)>', address: null } }).toString();
  expect(markup).not.toContain('<img');
});

test('bars: start, a symbol for each sign or pair, check, stop', () => {
  const { bars } = sheet;
  expect(bars.reduce((sum, width) => sum + width, 0) % 11).toBe(13 % 11);
  expect(bars.slice(-7)).toEqual([2, 3, 3, 1, 1, 1, 2]);
});
