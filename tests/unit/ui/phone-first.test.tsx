import { readFileSync } from 'node:fs';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PhoneFolds } from '@/components/statistics/phone-folds';
import { DataTable } from '@/components/ui/data-table';
import { MarkupTable } from '@/components/ui/markup-table';
import { Timeline } from '@/components/ui/timeline';
import { formats } from '@/lib/i18n/formats';
import { loadMessages } from '@/lib/i18n/messages';

const messages = await loadMessages('zh-CN');

const html = (node: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={messages} formats={formats} timeZone="Asia/Shanghai">
      {node}
    </NextIntlClientProvider>,
  );

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `r${at}`, name: `第${at}行` }));
const columns = [{ key: 'name', header: '名称', primary: true, cell: ({ name }: { name: string }) => name }];
const table = (count: number) =>
  html(
    <DataTable
      caption="表"
      phoneFirst={5}
      columns={columns}
      rows={rows(count)}
      rowKey={({ id }) => id}
      empty={null}
      footer={{ name: '合计' }}
    />,
  );

describe('a long table on a phone', () => {
  test('says how many rows it keeps back, and keeps none from a wider screen', () => {
    const out = table(30);
    expect(out).toContain('data-phone-first="5"');
    expect(out).toContain('显示其余 25 条');
    expect(out).toContain('第29行');
  });

  test('keeps back nothing where that would spare two or three cards', () => {
    expect(table(8)).not.toContain('data-phone-first');
    expect(table(9)).toContain('显示其余 4 条');
  });

  test('never keeps back the sum', () => {
    expect(table(30)).toMatch(/<tr[^>]*data-sum=""[^>]*><th[^>]*>合计/);
    const css = readFileSync('app/globals.css', 'utf8');
    for (const first of [5, 10, 20])
      expect(css).toContain(
        `[data-phone-first="${first}"] .card-table tbody tr:nth-child(n + ${first + 1}):not([data-sum])`,
      );
  });

  test('is the same where the table is written as text', () => {
    const out = html(<MarkupTable caption="表" phoneFirst={20} columns={columns} rows={rows(50)} empty={null} />);
    expect(out).toContain('data-phone-first="20"');
    expect(out).toContain('显示其余 30 条');
  });
});

test('a cell that waits for its card to be opened says so', () => {
  const more = { key: 'more', header: '县市', hideOnPhone: 'until-opened' as const, cell: () => '1' };
  const out = html(<MarkupTable caption="表" columns={[...columns, more]} rows={rows(1)} empty={null} />);
  expect(out).toContain('data-phone="until-opened"');
  expect(readFileSync('app/globals.css', 'utf8')).toContain(
    '.card-table tr:not(:has(details[open])) td[data-phone="until-opened"]',
  );
});

test('of the parts of a page the first is open, and each says whether it is', () => {
  const parts = ['年度任务', '开工'].map((title) => ({ key: title, title, children: title }));
  const out = html(<PhoneFolds parts={parts} />);
  expect(out.match(/aria-expanded="(true|false)"/g)).toEqual(['aria-expanded="true"', 'aria-expanded="false"']);
});

test('a long history keeps its earlier part folded, and loses none of it', () => {
  const events = rows(12).map(({ id, name }) => ({ key: id, when: '2020年6月30日', title: name }));
  const out = html(<Timeline events={events} first={8} />);
  expect(out).toContain('显示更早的 4 条');
  expect(out).toContain('第11行');
  expect(html(<Timeline events={events.slice(0, 10)} first={8} />)).not.toContain('显示更早');
});
