import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BatchLines } from '@/components/funds/batch-lines';
import { rowKey, targetOf } from '@/components/funds/batch-values';
import { IdleTable } from '@/components/funds/idle-table';
import { ShortagesTable } from '@/components/funds/shortages-table';
import type { BatchDetail } from '@/lib/domain/funds/batch-answers';
import { formats } from '@/lib/i18n/formats';
import { loadMessages } from '@/lib/i18n/messages';

const messages = { 'zh-CN': await loadMessages('zh-CN'), en: await loadMessages('en') };
const html = (node: ReactNode, locale: 'zh-CN' | 'en') =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} formats={formats} timeZone="Asia/Shanghai">
      {node}
    </NextIntlClientProvider>,
  );

const county = { id: '00000000-0000-4000-8000-000000000001', name: '禄丰市', nameEn: 'Lufeng' };
const project = { id: '00000000-0000-4000-8000-000000000002', code: 'P1', name: '东河片区' };
const words = { sources: [], earmarks: [], menu: [] };
const pot = { source: 'central', kind: '', earmark: 'general' };

const idle = (
  <IdleTable
    withCounty
    mayAssign={false}
    words={words}
    idle={{
      ...{ days: 90, total: 1, idle: '1.00' },
      items: [{ ...pot, county, project, year: 2020, left: '1.00', idle: '1.00', since: '2020-01-01', days: 100 }],
    }}
  />
);
const short = (
  <ShortagesTable
    withCounty
    words={words}
    shortages={{
      ...{ days: 90, total: 1, sums: { gap: '1.00', late: '0.00', short: '0.00' } },
      items: [
        {
          ...{ county, project, year: 2020, gap: '1.00', gaps: [], late: '0.00', lateSince: null, lateDays: 0 },
          ...{ contracts: '0.00', received: '0.00', short: '0.00' },
        },
      ],
    }}
  />
);
const batch: BatchDetail = {
  ...{ id: project.id, year: 2020, documentNo: '1号', documentOn: '2020-01-01', title: '下达', ...pot },
  ...{ total: '1.00', placed: '1.00', reward: '0.00', lines: 1, status: 'issued', issuedAt: null, file: null },
  ...{ version: 1, whole: true },
  items: [{ id: project.id, county, project, reward: false, amount: '1.00', note: null, entry: null, reversed: null }],
};
const lines = <BatchLines batch={batch} today="2020-06-01" mayReverse={false} />;

test.each([
  ['idle money', idle],
  ['shortages', short],
  ['the lines of a batch', lines],
])('%s: a county in the reader’s language', (_, node) => {
  expect(html(node, 'en')).toContain('Lufeng');
  expect(html(node, 'en')).not.toContain('禄丰市');
  expect(html(node, 'zh-CN')).toContain('禄丰市');
});

test('the sheet of a draft calls a county by its name in the reader’s language', () => {
  const key = rowKey(county.id, null, false);
  expect(targetOf(key, batch, [], [county], 'en')).toMatchObject({ name: 'Lufeng', county: 'Lufeng' });
  expect(targetOf(key, batch, [], [county], 'zh-CN')).toMatchObject({ name: '禄丰市', county: '禄丰市' });
});
