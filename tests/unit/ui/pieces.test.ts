import { describe, expect, test } from 'vitest';
import { heightOfRows } from '@/components/charts/heights';
import { numberText } from '@/components/charts/number-text';
import { activeHref } from '@/components/frame/active-href';
import { chosenColumns } from '@/components/ui/chosen-columns';
import { checkFiles, fileSize } from '@/components/ui/file-check';
import { sorting } from '@/components/ui/sort-link';
import { dismissToast, readToasts, subscribeToasts, toast } from '@/components/ui/toast-store';
import { hrefWith, pairsOf } from '@/components/ui/url';

describe('a list lives in its address', () => {
  const params = { q: '金山', county: ['532301', '532302'], cursor: 'abc' };

  test('changing one parameter keeps the others', () => {
    expect(hrefWith('/compounds', params, { q: 'js', cursor: undefined })).toBe(
      '/compounds?q=js&county=532301&county=532302',
    );
  });

  test('nothing left is the plain address', () => {
    expect(hrefWith('/compounds', { q: 'x' }, { q: '' })).toBe('/compounds');
  });

  test('the columns it names are shown in the order of the list, the first of them always', () => {
    const chosen = (asked?: string) => chosenColumns(['name', 'year', 'area'], asked, (key) => key !== 'area');
    expect(chosen('area,year')).toEqual(['name', 'year', 'area']);
    expect(chosen('area,secret')).toEqual(['name', 'area']);
    for (const nothing of [undefined, '', 'secret', 'name']) expect(chosen(nothing)).toEqual(['name', 'year']);
  });

  test('a header orders by its column, then the other way around, from the first page', () => {
    const by = (sort: string, order: 'asc' | 'desc') => sorting('/compounds', params, 'year', { sort, order });
    const link = (order: string) =>
      `/compounds?q=%E9%87%91%E5%B1%B1&county=532301&county=532302&sort=year&order=${order}`;
    expect(by('name', 'desc')).toEqual({ sortHref: link('asc'), direction: undefined });
    expect(by('year', 'asc')).toEqual({ sortHref: link('desc'), direction: 'asc' });
    expect(by('year', 'desc')).toEqual({ sortHref: link('asc'), direction: 'desc' });
  });

  test('a search form carries every other parameter along', () => {
    expect(pairsOf(params, ['q', 'cursor'])).toEqual([
      ['county', '532301'],
      ['county', '532302'],
    ]);
  });
});

describe('files are looked at before they are sent', () => {
  const limits = { types: ['.xlsx', '.csv'], maxBytes: 1024, maxFiles: 2 };

  test('every problem is told, the good ones stay', () => {
    const files = [
      { name: '排查表.XLSX', size: 1000 },
      { name: '照片.jpg', size: 10 },
      { name: '户册.csv', size: 5000 },
    ];
    const { good, problems } = checkFiles(files, limits);
    expect(good).toEqual([files[0]]);
    expect(problems.map(({ kind }) => kind)).toEqual(['wrongType', 'tooLarge']);
  });

  test('more than the limit are cut off and told', () => {
    const files = ['a.csv', 'b.csv', 'c.csv'].map((name) => ({ name, size: 1 }));
    const { good, problems } = checkFiles(files, limits);
    expect(good).toHaveLength(2);
    expect(problems).toEqual([{ kind: 'tooMany', values: { limit: 2 } }]);
  });

  test('sizes are written for people', () => {
    expect([512, 2048, 10 * 1024 ** 2].map(fileSize)).toEqual(['512 B', '2 KB', '10.0 MB']);
  });
});

describe('navigation', () => {
  const item = (href: string, exact = false) => ({ href, label: href, icon: null, exact });
  const groups = [{ key: 'all', items: [item('/', true), item('/compounds'), item('/compounds/imports')] }];

  test('the longest address that fits is current, and only it', () => {
    expect(activeHref(groups, '/compounds/imports/7')).toBe('/compounds/imports');
    expect(activeHref(groups, '/compounds/12')).toBe('/compounds');
    expect(activeHref(groups, '/compounds-old')).toBeUndefined();
    expect(activeHref(groups, '/')).toBe('/');
  });
});

describe('toasts', () => {
  test('speak to whoever listens, and at most four stand at once', () => {
    let told = 0;
    const stop = subscribeToasts(() => {
      told += 1;
    });
    for (const text of ['一', '二', '三', '四', '五']) toast(text);
    expect(readToasts().map(({ text }) => text)).toEqual(['二', '三', '四', '五']);
    for (const { id } of readToasts()) dismissToast(id);
    expect(readToasts()).toEqual([]);
    expect(told).toBe(9);
    stop();
  });
});

describe('charts', () => {
  test('more bars get more room', () => {
    expect([1, 11, 500].map(heightOfRows)).toEqual(['h-24', 'h-96', 'h-[60rem]']);
  });

  test('figures have thousands and fixed places', () => {
    expect([numberText(44522.65, 2), numberText(1512)]).toEqual(['44,522.65', '1,512']);
  });
});
