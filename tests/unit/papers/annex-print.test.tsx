import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AnnexPrint } from '@/components/scorecards/annex-print';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { annexTable, NO_SCORES } from '@/lib/domain/scorecards/paper/annex';

const head = { county: '禄丰市', year: 2020, documentNo: null, bonus: [], vetoes: [] };
const shown = (form: 'printed' | 'all') =>
  renderToStaticMarkup(<AnnexPrint table={annexTable(chuxiong2020, NO_SCORES, { ...head, form })} heading="h1" />);

it('the form on paper: its heading, its columns as widths of the page, its groups over their indicators', () => {
  const html = shown('printed');
  expect(html).toMatch(/<h1>楚雄州城镇老旧小区改造绩效县市评价表<\/h1>/);
  expect(html.match(/<th scope="col">/g)).toHaveLength(7);
  expect(html.match(/rowSpan="5"/g)).toHaveLength(2);
  expect(html).toMatch(/<td colSpan="6" rowSpan="1">1\.以上自评分/);
  expect(html).not.toContain('across');
});

it('with all columns it lies across', () => {
  expect(shown('all')).toContain('span-paper across');
});
