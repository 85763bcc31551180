import { type CalendarDate, calendarDateOf } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import { siteRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { NewsLevel, NewsRules } from '../rulebook/schema-news';
import { linkKey, readLink, titleKey } from './link';
import type { NewsState } from './types';

export const newsRulesOf = (rulebook: Rulebook): NewsRules => siteRulesOf(rulebook).news;

/** What a county states about one piece of news. */
export interface StatedNews {
  kind: string;
  level: NewsLevel;
  title: string;
  happenedOn: CalendarDate;
  medium: string | null;
  outlet: string | null;
  link: string | null;
  hasFile: boolean;
  documentNo: string | null;
  issuer: string | null;
  place: string | null;
  participants: number | null;
}

/** What was filed already, as far as it decides whether this is the same. */
export interface FiledNews {
  title: string;
  happenedOn: CalendarDate;
  medium: string | null;
  outlet: string | null;
  link: string | null;
}

interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

/** The days that belong to a programme year: its own calendar year, and on to its completion date where that lies in the next. */
export function spanOfYear({ year, completeBy }: { year: number; completeBy: CalendarDate }): Span {
  const last = calendarDateOf(`${year}-12-31`);
  return { from: calendarDateOf(`${year}-01-01`), to: completeBy > last ? completeBy : last };
}

type Facts = { rules: NewsRules; span: Span; today: CalendarDate; filed: readonly FiledNews[] };
type Rule = (news: StatedNews, facts: Facts) => Reason[];

const dates: Rule = ({ happenedOn }, { rules, span, today }) => {
  const field = 'happenedOn';
  const { clause } = rules;
  if (happenedOn > today) return [reason('news.inFuture', { found: happenedOn, expected: today }, { field })];
  if (happenedOn >= span.from && happenedOn <= span.to) return [];
  return [reason('news.otherYear', { found: happenedOn, ...span }, { field, clause })];
};

const kinds: Rule = ({ kind, level, medium }, { rules }) => {
  const known = rules.kinds.find(({ code }) => code === kind);
  const isMedium = medium === null || rules.media.some(({ code }) => code === medium);
  const names = (codes: readonly string[]) => {
    const found = rules.levels.filter(({ code }) => codes.includes(code));
    return {
      expected: found.map(({ name }) => name).join('、'),
      expectedEn: found.map((one) => one.nameEn).join(', '),
    };
  };
  return [
    ...(known ? [] : [reason('news.kindUnknown', { found: kind }, { field: 'kind' })]),
    ...(known && !known.levels.includes(level)
      ? [
          reason(
            'news.levelNotOfKind',
            { name: known.name, nameEn: known.nameEn, ...names(known.levels) },
            { field: 'level', clause: known.clause },
          ),
        ]
      : []),
    ...(isMedium ? [] : [reason('news.mediumUnknown', { found: medium }, { field: 'medium' })]),
  ];
};

const FIELDS = {
  medium: ['medium', 'outlet'],
  document: ['documentNo', 'issuer'],
  meeting: ['place', 'participants'],
} as const;

/** Each kind with what makes it believed: the medium, the document that praises, the place of the meeting and how many came. */
const asked: Rule = (news, { rules }) => {
  const kind = rules.kinds.find(({ code }) => code === news.kind);
  return (kind?.asks ?? []).flatMap((ask) =>
    FIELDS[ask]
      .filter((field) => news[field] === null)
      .map((field) => reason(`news.${field}Missing`, undefined, { field, clause: kind?.clause })),
  );
};

const evidence: Rule = ({ link, hasFile }) => {
  if (link !== null && readLink(link) === null) return [reason('news.linkUnreadable', undefined, { field: 'link' })];
  return link === null && !hasFile ? [reason('news.linkOrFile', undefined, { field: 'link' })] : [];
};

/** The same address, or the same title in the same medium on the same day: the first stays, and is named. */
const once: Rule = (news, { filed }) => {
  const key = news.link === null ? null : linkKey(news.link);
  const sameLink = key === null ? undefined : filed.find(({ link }) => link !== null && linkKey(link) === key);
  const sameTitle = filed.find(
    (one) =>
      titleKey(one.title) === titleKey(news.title) &&
      one.happenedOn === news.happenedOn &&
      one.medium === news.medium &&
      titleKey(one.outlet ?? '') === titleKey(news.outlet ?? ''),
  );
  const of = (first: FiledNews) => ({ name: first.title, found: first.happenedOn });
  return [
    ...(sameLink ? [reason('news.linkTwice', of(sameLink), { field: 'link' })] : []),
    ...(sameTitle ? [reason('news.titleTwice', of(sameTitle), { field: 'title' })] : []),
  ];
};

const RULES: readonly Rule[] = [dates, kinds, asked, evidence, once];

/** All that is against filing it. `filed`: what the county has filed and not withdrawn. */
export const againstFiling = (news: StatedNews, facts: Facts): Reason[] => RULES.flatMap((rule) => rule(news, facts));

/** Withdrawn once, with its reason; never deleted. */
export const againstWithdrawing = (status: NewsState): Reason[] =>
  status === 'withdrawn' ? [reason('news.withdrawnAlready')] : [];
