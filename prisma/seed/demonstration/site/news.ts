import { addDays, calendarDateOf, daysBetween } from '@/lib/domain/kernel/calendar-date';
import { fileNews, withdrawNews } from '@/lib/server/news/commands';
import { COUNTY_LETTERS } from '../people';
import { told as answered } from '../votes/stage';
import type { Stage } from '../votes/types';
import { type Filed, NEWS } from './news-words';

/** An address that nobody has (RFC 2606): the page behind it does not exist. */
const linkOf = ({ county }: Filed, date: string, no: number): string =>
  `https://www.example.com/${COUNTY_LETTERS[county]}/${date.slice(0, 7)}/${no}.html`;

/** 新闻宣传 of the current year, filed by counties on the day; and one taken back. */
export async function tellNews({ tx, act, today }: Stage): Promise<number> {
  const year = Number(today.slice(0, 4));
  const begun = daysBetween(today, calendarDateOf(`${year}-01-01`));
  for (const [at, filed] of NEWS.entries()) {
    const day = Math.max(-filed.ago, begun);
    const happenedOn = addDays(today, day);
    const bureau = `${COUNTY_LETTERS[filed.county]}.zjj1`;
    const { kind, level, title, medium = null, outlet = null, issuer = null, place = null } = filed;
    const { documentNo, participants = null, summary = null, withdrawn } = filed;
    const news = await act(bureau, { day, time: '17:40' }, async (actor) =>
      answered(
        await fileNews(tx, actor, {
          ...{ year, kind, level, title, happenedOn, medium, outlet, issuer, place, participants, summary },
          ...{ documentNo: documentNo?.replace('…', String(year)) ?? null, fileId: null },
          link: linkOf(filed, happenedOn, at + 1),
        }),
      ),
    );
    if (withdrawn)
      await act(bureau, { day: Math.min(day + 1, 0), time: '09:15' }, async (actor) => {
        answered(await withdrawNews(tx, actor, news, withdrawn));
      });
  }
  return NEWS.length;
}
