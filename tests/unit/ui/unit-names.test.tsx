import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { PathnameContext, SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { NextIntlClientProvider, useLocale, useTranslations } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { listConditions } from '@/components/compounds/list-chips';
import { listColumns as compoundColumns } from '@/components/compounds/list-columns';
import { ListFilters } from '@/components/compounds/list-filters';
import { listColumns as noticeColumns } from '@/components/notices/list-columns';
import { planColumns } from '@/components/plans/list-columns';
import { PlanFilters } from '@/components/plans/list-filters';
import { MarkupTable } from '@/components/ui/markup-table';
import { roundColumns } from '@/components/votes/list-columns';
import { RoundFilters } from '@/components/votes/list-filters';
import type { CompoundRow, Place } from '@/lib/domain/compounds/answers';
import { compoundListQuery } from '@/lib/domain/compounds/list-query';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { NoticeRow } from '@/lib/domain/notices/answers';
import type { PlanLine } from '@/lib/domain/plans/answers';
import type { RoundLine } from '@/lib/domain/votes/answers';
import { formats } from '@/lib/i18n/formats';
import { loadMessages } from '@/lib/i18n/messages';

const messages = { 'zh-CN': await loadMessages('zh-CN'), en: await loadMessages('en') };
/** What a filter asks its page for; nobody chooses anything here. */
const router: AppRouterInstance = {
  ...{ back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {}, bfcacheId: '' },
};
const html = (node: React.ReactNode, locale: 'zh-CN' | 'en') =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={router}>
      <PathnameContext.Provider value="/">
        <SearchParamsContext.Provider value={new URLSearchParams()}>
          <NextIntlClientProvider
            locale={locale}
            messages={messages[locale]}
            formats={formats}
            timeZone="Asia/Shanghai"
          >
            {node}
          </NextIntlClientProvider>
        </SearchParamsContext.Provider>
      </PathnameContext.Provider>
    </AppRouterContext.Provider>,
  );

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const county = { id: id(1), name: '禄丰市', nameEn: 'Lufeng' };
const subdistrict = { id: id(2), name: '金山镇', nameEn: 'Jinshan' };
const elsewhere = { id: id(3), name: '广通镇', nameEn: 'Guangtong' };
const community = { id: id(4), name: '星宿社区', nameEn: null };
const other = { id: id(5), name: '车站社区', nameEn: null };
const within = { countyId: county.id, subdistrictId: null };
const places: Place[] = [
  { ...county, ...within, kind: 'county' },
  ...[subdistrict, elsewhere].map((town) => ({ ...town, ...within, kind: 'subdistrict' as const })),
  { ...community, ...within, kind: 'community', subdistrictId: subdistrict.id },
  { ...other, ...within, kind: 'community', subdistrictId: elsewhere.id },
];
const now = new Date('2020-06-01T00:00:00Z');
const at = now.toISOString();
const compound = { id: id(6), code: '532302-0001', name: '东河小区' };

const row: CompoundRow = {
  ...{
    ...compound,
    county,
    subdistrict,
    community,
    address: null,
    year: null,
    ownershipKind: null,
    originalUnit: null,
  },
  ...{ willingness: null, hasOwnersCommittee: null, hasPropertyService: null, hasMaintenanceFund: null },
  ...{ eligibility: 'eligible', reasonCodes: [], missing: 0, buildings: 1, households: 1, floorArea: '1.00' },
  ...{ exclusiveArea: '1.00', status: 'active', version: 1, updatedAt: at },
};
const round: RoundLine = {
  ...{ id: id(7), code: '532302-0001-1', round: 1, attempt: 1, status: 'draft', outcome: null, compound, county },
  ...{ subdistrict, community, scheme: null, plannedCloseOn: null, openedAt: null, closedAt: null, certifiedAt: null },
  ...{ tally: null, version: 1, deciding: null, signs: 0 },
};
const line: PlanLine = {
  ...{ compound, county: '禄丰市', countyEn: 'Lufeng', place: '金山镇', placeEn: 'Jinshan' },
  ...{ buildings: 1, households: 1, roundOnePassed: false, plan: null },
};
const notice: NoticeRow = {
  ...{ id: id(8), kind: 'list', status: 'draft', title: '项目清单', documentNo: null, issuer: '住建局', county },
  ...{ compound: null, days: 7, publishedAt: null, startsOn: null, endsOn: null, openObjections: 0, photos: 0 },
  ...{ version: 1, createdAt: at },
};

function Compounds() {
  const setting = { t: useTranslations('compounds'), locale: useLocale(), params: {}, now };
  const columns = compoundColumns(['name', 'county', 'place'], { ...setting, query: compoundListQuery.parse({}) });
  return <MarkupTable caption="" empty="" columns={columns} rows={[row]} />;
}
function Rounds() {
  const setting = { t: useTranslations('votes'), locale: useLocale(), now, places: true, counties: true };
  return <MarkupTable caption="" empty="" columns={roundColumns(setting)} rows={[round]} />;
}
function Plans() {
  const setting = { t: useTranslations('plans'), locale: useLocale(), counties: true, mayWrite: false };
  return <MarkupTable caption="" empty="" columns={planColumns(setting)} rows={[line]} />;
}
function Notices() {
  const day = calendarDateOf('2020-06-01');
  const setting = { t: useTranslations('notices'), locale: useLocale(), today: day, manyCounties: true };
  return <MarkupTable caption="" empty="" columns={noticeColumns(setting)} rows={[notice]} />;
}
function Narrowed() {
  const query = compoundListQuery.parse({ county: county.id, subdistrict: subdistrict.id });
  const setting = { t: useTranslations('compounds'), locale: useLocale(), places, facilities: [] };
  return listConditions(query, setting).map(({ value }) => `${value};`);
}

const all = { county: true, subdistrict: true, community: true };
const filters = { params: {}, active: 0, places };
test.each([
  ['compounds', <Compounds key="" />],
  ['rounds', <Rounds key="" />],
  ['plans', <Plans key="" />],
  ['notices', <Notices key="" />],
  ['what compounds are narrowed to', <Narrowed key="" />],
  ['filters of compounds', <ListFilters key="" {...filters} levels={all} facilities={[]} />],
  ['filters of rounds', <RoundFilters key="" {...filters} levels={all} />],
  ['filters of plans', <PlanFilters key="" {...filters} manyCounties />],
])('%s: places in the reader’s language', (_, node) => {
  const [english, chinese] = [html(node, 'en'), html(node, 'zh-CN')];
  expect(english).toContain('Lufeng');
  expect(english).not.toMatch(/禄丰市|金山镇|广通镇/);
  expect(chinese).toContain('禄丰市');
  expect(chinese).not.toMatch(/Lufeng|Jinshan|Guangtong/);
});

test('a place without an English name keeps its own', () => {
  expect(html(<Compounds />, 'en')).toContain('Jinshan / 星宿社区');
  expect(html(<Rounds />, 'en')).toContain('Lufeng / 星宿社区');
});

test('of a town that is chosen its own communities are a choice; one town is none among plans', () => {
  const chosen = html(<ListFilters {...filters} levels={all} subdistrict={subdistrict.id} facilities={[]} />, 'zh-CN');
  expect(chosen).toContain('星宿社区');
  expect(chosen).not.toContain('车站社区');
  const oneTown = places.filter((place) => place.id !== elsewhere.id);
  expect(html(<PlanFilters {...filters} places={oneTown} manyCounties={false} />, 'zh-CN')).not.toMatch(
    /金山镇|禄丰市/,
  );
  expect(html(<RoundFilters {...filters} levels={{ county: false, community: false }} />, 'en')).not.toContain(
    'Lufeng',
  );
});
