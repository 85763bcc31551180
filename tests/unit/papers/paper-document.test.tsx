import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PaperDocument } from '@/components/papers/paper-document';
import type { PaperTable } from '@/lib/domain/papers/types';

const head = ['户号', '业主', '应缴（元）', '已缴（元）', '尚欠（元）', '最近交款'];
const rows = [['1栋 101', '李*', '12,345.60', '0.00', '12,345.60', '']];
const shown = (more: Partial<PaperTable>) =>
  renderToStaticMarkup(
    <PaperDocument
      heading="h1"
      paper={{
        ...{ issuer: '', documentNo: null, title: '清单', addressee: null, body: [], attachments: [], signed: '' },
        ...{ date: '', tables: [{ head, rows, ...more }] },
      }}
    />,
  );

it('a table of many columns scrolls on a phone, unless its rows are cards: then each cell says what it is', () => {
  expect(shown({})).toContain('min-w-[38rem]');
  expect(shown({})).not.toContain('data-label');
  const cards = shown({ cards: true });
  expect(cards).not.toContain('min-w-');
  expect(cards).toContain('class="card-table"');
  expect(cards).toMatch(/data-primary="">1栋 101/);
  expect(cards).toMatch(/data-label="尚欠（元）">12,345.60/);
});
