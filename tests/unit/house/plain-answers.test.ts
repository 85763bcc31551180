import { expect, test } from 'vitest';
import type { Answered } from '@/tests/drill/support/client';
import { parted, plain } from '@/tests/support/matrix/plain';

interface Sheet {
  cells: string[];
  rows: number[][];
}

const row = (id: string, text: string) => `${id}:T${Buffer.byteLength(text).toString(16)},${text}`;
const flightOf = (sheet: Sheet, total: number) =>
  `${row('1a', JSON.stringify({ head: '<caption>小区列表</caption>', columns: [['<td>', '</td>']], ...sheet }))}2b:["$","p",null,{"children":${total}}]\n`;

const answer = (type: string, text: string): Answered =>
  ({ status: 200, headers: { 'content-type': type }, text }) as Answered;
const asFlight = (sheet: Sheet, total = 2) => plain(answer('text/x-component', flightOf(sheet, total)));
const asPage = (sheet: Sheet, total = 2) => {
  const pushed = `self.__next_f.push([1,${JSON.stringify(flightOf(sheet, total))}])`;
  return plain(answer('text/html; charset=utf-8', `<p>${total}</p><script nonce="x">${pushed}</script>`));
};

const before: Sheet = {
  cells: ['禄丰小区', '<time>刚刚</time>', '121', '广通小区'],
  rows: [
    [0, 1, 2],
    [3, 1, 2],
  ],
};
/** A minute later the second is "1 分钟前": a cell more, other places, and for people the same. */
const later: Sheet = {
  cells: ['禄丰小区', '<time>刚刚</time>', '121', '广通小区', '<time>1 分钟前</time>'],
  rows: [
    [0, 1, 2],
    [3, 4, 2],
  ],
};
const grown: Sheet = {
  cells: ['禄丰小区', '<time>刚刚</time>', '121', '广通小区', '122'],
  rows: [
    [0, 1, 2],
    [3, 1, 4],
  ],
};

test.each([
  ['flight data', asFlight],
  ['a page', asPage],
])('%s: which cells are alike says nothing, what stands in them does', (_, as) => {
  expect(parted(as(before), as(later))).toBeNull();
  expect(parted(as(before), as(grown))).toContain('122');
  expect(parted(as(before), as(before, 3))).toContain('3');
});
