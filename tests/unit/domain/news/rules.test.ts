import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { newsCriteria } from '@/lib/domain/news/criteria';
import { linkKey, readLink, titleKey } from '@/lib/domain/news/link';
import {
  againstFiling,
  againstWithdrawing,
  type FiledNews,
  newsRulesOf,
  type StatedNews,
  spanOfYear,
} from '@/lib/domain/news/rules';
import { chuxiong2020, chuxiong2020first } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { NEWS_LEVELS, newsRulesSchema } from '@/lib/domain/rulebook/schema-news';

const day = calendarDateOf;
const rules = newsRulesOf(chuxiong2020);
const report: StatedNews = {
  kind: 'report',
  level: 'province',
  title: '禄丰：老旧小区焕新颜',
  happenedOn: day('2020-06-01'),
  medium: 'press',
  outlet: '云南日报',
  link: 'https://www.yndaily.com/a/1.html',
  hasFile: false,
  documentNo: null,
  issuer: null,
  place: null,
  participants: null,
};
const span = spanOfYear({ year: 2020, completeBy: day('2020-06-30') });
const against = (news: Partial<StatedNews>, filed: FiledNews[] = [], today = day('2020-07-01')) =>
  againstFiling({ ...report, ...news }, { rules, span, today, filed }).map(({ code }) => code.replace('news.', ''));

describe('the days of a year', () => {
  it('are its calendar year, and on to the completion date in the next', () => {
    expect(span).toEqual({ from: '2020-01-01', to: '2020-12-31' });
    expect(spanOfYear({ year: 2019, completeBy: day('2020-05-31') })).toEqual({ from: '2019-01-01', to: '2020-05-31' });
  });

  it.each([
    ['2020-01-01', []],
    ['2019-12-31', ['otherYear']],
    ['2020-07-01', []],
    ['2020-07-02', ['inFuture']],
  ])('%s', (happenedOn, wanted) => expect(against({ happenedOn: day(happenedOn) })).toEqual(wanted));

  it('the last day counts, the next does not', () => {
    expect(against({ happenedOn: day('2020-12-31') }, [], day('2021-03-01'))).toEqual([]);
    expect(against({ happenedOn: day('2021-01-01') }, [], day('2021-03-01'))).toEqual(['otherYear']);
  });
});

describe('what each kind wants', () => {
  it.each([
    ['report', ['mediumMissing', 'outletMissing']],
    ['praise', ['documentNoMissing', 'issuerMissing']],
    ['siteMeeting', ['placeMissing', 'participantsMissing']],
    ['experience', ['mediumMissing', 'outletMissing']],
    ['sermon', ['kindUnknown']],
  ])('%s', (kind, wanted) => expect(against({ kind, medium: null, outlet: null })).toEqual(wanted));

  it('praise is by the prefecture or above', () => {
    const praise = { kind: 'praise', documentNo: '楚政发〔2020〕9号', issuer: '楚雄州人民政府' };
    expect(NEWS_LEVELS.map((level) => against({ ...praise, level }).join())).toEqual(['levelNotOfKind', '', '', '']);
  });

  it('all reasons come at once', () =>
    expect(against({ kind: 'siteMeeting', medium: 'pigeon', link: null, happenedOn: day('2018-01-01') })).toEqual([
      'otherYear',
      'mediumUnknown',
      'placeMissing',
      'participantsMissing',
      'linkOrFile',
    ]));
});

describe('a link or a file', () => {
  it.each([
    'ftp://www.yndaily.com/a',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'www.yndaily.com/a',
    'https://user:word@yndaily.com/',
    'https://intranet/a',
    'https://yndaily.com/a b',
    `https://yndaily.com/${'a'.repeat(500)}`,
    'https://"onclick.cn/<script>',
  ])('%s is no address', (link) => expect(against({ link, hasFile: true })).toEqual(['linkUnreadable']));

  it('one of them is enough', () => {
    expect(against({ link: null, hasFile: true })).toEqual([]);
    expect(against({ link: null })).toEqual(['linkOrFile']);
  });

  it('what is read is opened by http and nothing else, whatever is typed', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
        const link = readLink(text);
        if (link !== null) expect(link).toMatch(/^https?:\/\/[^/@]+\.[^/@]+/);
      }),
    ));

  it('one page has one key', () =>
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const key = linkKey(url);
        fc.pre(key !== null);
        expect(linkKey(`${url}#top`)).toBe(key);
        expect(linkKey(url.replace(/^https:/, 'http:'))).toBe(key);
        expect(linkKey(readLink(url) ?? '')).toBe(key);
      }),
    ));
});

describe('the same is filed once', () => {
  const first: FiledNews = { ...report };
  it('by its link, the first named', () => {
    const again = againstFiling(
      { ...report, title: '另一个标题', link: 'http://yndaily.com/a/1.html/#part' },
      { rules, span, today: day('2020-07-01'), filed: [first] },
    );
    expect(again).toMatchObject([{ code: 'news.linkTwice', params: { name: first.title, found: '2020-06-01' } }]);
  });

  it('by title, medium and day, however it is punctuated', () => {
    const other = { link: 'https://www.yndaily.com/b/2.html', title: '禄丰:《老旧小区》 焕新颜' };
    expect(against(other, [first])).toEqual(['titleTwice']);
    expect(against({ ...other, outlet: '楚雄日报' }, [first])).toEqual([]);
    expect(against({ ...other, happenedOn: day('2020-06-02') }, [first])).toEqual([]);
    expect(against({ ...other, medium: 'website' }, [first])).toEqual([]);
  });

  it('a key of a title says the same of what it made', () =>
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(titleKey(titleKey(title))).toBe(titleKey(title));
        expect(titleKey(` ${title}`)).toBe(titleKey(title));
        if (title.trim() !== '') expect(titleKey(title)).not.toBe('');
      }),
    ));

  it('withdrawn once', () => {
    expect(againstWithdrawing('filed')).toEqual([]);
    expect(againstWithdrawing('withdrawn').map(({ code }) => code)).toEqual(['news.withdrawnAlready']);
  });
});

describe('what the scorecard counts', () => {
  const found = (kind: string, level: (typeof NEWS_LEVELS)[number], count = 1) =>
    Object.fromEntries(newsCriteria([{ kind, level, count }], rules).map((one) => [one.code, one.found]));
  it.each([
    ['report', 'prefecture', [0, 0, 0]],
    ['report', 'province', [1, 0, 0]],
    ['special', 'nation', [1, 0, 0]],
    ['praise', 'prefecture', [1, 0, 0]],
    ['siteMeeting', 'county', [0, 1, 0]],
    ['interview', 'county', [0, 0, 0]],
    ['interview', 'prefecture', [0, 1, 0]],
    ['interview', 'province', [1, 1, 0]],
    ['progress', 'county', [0, 0, 1]],
    ['results', 'nation', [0, 0, 1]],
  ] as const)('%s of %s', (kind, level, wanted) => expect(Object.values(found(kind, level))).toEqual([...wanted]));

  it('three briefs meet the third criterion, two do not', () => {
    const briefs = (count: number) =>
      newsCriteria(
        [
          { kind: 'progress', level: 'county', count: count - 1 },
          { kind: 'results', level: 'county', count: 1 },
        ],
        rules,
      )[2];
    expect(briefs(2)).toMatchObject({ found: 2, atLeast: 3, met: false });
    expect(briefs(3)).toMatchObject({ found: 3, atLeast: 3, met: true });
  });

  it('is of the criteria that the scorecard prints', () => {
    const criteria = chuxiong2020.scorecard.groups.flatMap(({ indicators }) =>
      indicators.flatMap((one) => one.criteria),
    );
    const printed = new Set(criteria.map(({ id }) => id));
    expect(rules.criteria.map(({ code }) => printed.has(code))).toEqual([true, true, true]);
  });

  it('a year under an older version goes by the first rules', () =>
    expect(newsRulesOf(chuxiong2020first)).toEqual(rules));

  it('a criterion that counts a kind that is not there is refused', () => {
    const [one] = rules.criteria;
    const bad = { ...rules, criteria: [{ ...one, counts: [{ kinds: ['nothing'], from: 'county' }] }] };
    expect(newsRulesSchema.safeParse(bad).success).toBe(false);
    expect(newsRulesSchema.safeParse({ ...rules, kinds: [...rules.kinds, rules.kinds[0]] }).success).toBe(false);
  });
});
