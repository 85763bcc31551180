import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { planConditions } from '@/components/plans/list-conditions';
import { chipsOf } from '@/components/ui/filter-chips';
import { ListFrame } from '@/components/ui/list-frame';
import { roundConditions } from '@/components/votes/list-conditions';
import type { Place } from '@/lib/domain/compounds/answers';
import { planListQuery } from '@/lib/domain/plans/schema';
import { roundListQuery } from '@/lib/domain/votes/list-query';
import { formats } from '@/lib/i18n/formats';
import { loadMessages } from '@/lib/i18n/messages';

const COUNTY = '00000000-0000-4000-8000-000000000001';
const places: Place[] = [
  { id: COUNTY, name: '禄丰市', nameEn: 'Lufeng', kind: 'county', countyId: COUNTY, subdistrictId: null },
];
const messages = await loadMessages('zh-CN');

const params = { county: COUNTY, state: 'none', page: '2', limit: '20', q: '东河' };

function Plans() {
  const query = planListQuery.parse(params);
  const conditions = planConditions(query, { t: useTranslations('plans'), locale: 'zh-CN', places, items: [] });
  const chips = chipsOf('/plans', params, { q: query.q, conditions }, useTranslations('ui.filters'));
  return (
    <ListFrame
      path="/plans"
      params={params}
      unreadable={false}
      filters={null}
      chips={chips}
      list={{ total: 45, page: query.page, items: Array.from({ length: 20 }) }}
      limit={query.limit}
      sizes={[20, 50]}
    >
      {null}
    </ListFrame>
  );
}

function Rounds() {
  const query = roundListQuery.parse({ status: 'live', round: '2', compound: COUNTY });
  const told = roundConditions(query, { t: useTranslations('votes'), locale: 'zh-CN', places, items: [] });
  return told.map(({ name, value }) => `${name}=${value};`).join('');
}

const html = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={messages} formats={formats} timeZone="Asia/Shanghai">
      {node}
    </NextIntlClientProvider>,
  ).replaceAll('&amp;', '&');

describe('a list whose pages are numbered', () => {
  const out = html(<Plans />);
  test('says where it stands, and leads on and back within its conditions', () => {
    expect(out).toContain('21');
    expect(out).toMatch(new RegExp(`href="/plans\\?county=${COUNTY}&state=none&page=3&limit=20&q=`));
    expect(out).toMatch(new RegExp(`href="/plans\\?county=${COUNTY}&state=none&limit=20&q=`));
  });
  test('begins on its first page with another size', () => {
    expect(out).toMatch(new RegExp(`href="/plans\\?county=${COUNTY}&state=none&limit=50&q=`));
  });
  test('names what it is narrowed to; without a condition it begins on its first page', () => {
    expect(out).toContain('禄丰市');
    expect(out).toContain('没有方案');
    expect(out).toMatch(/href="\/plans\?state=none&limit=20&q=[^"&]+"/);
  });
  test('of rounds says live, the vote and the compound', () => {
    expect(html(<Rounds />)).toBe('小区=00000000;轮次=第二次征求意见;状态=正在办理;');
  });
});
