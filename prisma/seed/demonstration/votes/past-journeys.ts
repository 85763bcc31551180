import { type CalendarDate, calendarDateOf, daysBetween } from '@/lib/domain/kernel/calendar-date';
import type { DeclaredJourney, Journey, RoundStory } from './journeys';

/** The days of a programme year's votes: both rounds open and close, the list and the design are published. */
interface Days {
  first: readonly [opened: string, closed: string];
  listed: string;
  scheme: readonly [begun: string, published: string];
  second: readonly [opened: string, closed: string];
}

/** Years that lie behind stand where they stood, whatever today is. */
const YEARS: Record<number, Days> = {
  2019: {
    first: ['2019-03-11', '2019-04-02'],
    listed: '2019-04-15',
    scheme: ['2019-06-20', '2019-07-02'],
    second: ['2019-07-04', '2019-07-24'],
  },
  2020: {
    first: ['2019-09-02', '2019-09-24'],
    listed: '2019-10-08',
    scheme: ['2019-11-22', '2019-12-04'],
    second: ['2019-12-06', '2019-12-26'],
  },
  2021: {
    first: ['2020-09-01', '2020-09-23'],
    listed: '2020-10-08',
    scheme: ['2020-11-22', '2020-12-04'],
    second: ['2020-12-06', '2020-12-26'],
  },
};

/** Those of the current year that are well under way, or done: days from today. */
const EARLY = { first: [-430, -412], listed: -398, scheme: [-372, -360], second: [-358, -338] } as const;

const certified = (round: 1 | 2, [opened, closed]: readonly [number, number]): RoundStory => ({
  round,
  until: 'certified',
  opened,
  closed,
  opinion: round === 1 ? { agree: 780, disagree: 70, abstain: 30 } : { agree: 810, disagree: 50, abstain: 20 },
});

interface Counted {
  first: readonly [number, number];
  listed: number;
  scheme: readonly [number, number];
  second: readonly [number, number];
}

const bothOf = ({ first, listed, scheme, second }: Counted): Journey => ({
  rounds: [certified(1, first), certified(2, second)],
  listed,
  scheme: { begun: scheme[0], published: scheme[1] },
});

function countedOf(year: number, today: CalendarDate): Counted {
  const days = YEARS[year];
  if (!days) throw new Error(`demonstration: no votes of ${year}`);
  const day = (date: string) => daysBetween(today, calendarDateOf(date));
  const pair = ([from, to]: readonly [string, string]) => [day(from), day(to)] as const;
  return { first: pair(days.first), listed: day(days.listed), scheme: pair(days.scheme), second: pair(days.second) };
}

/** The journey of a compound whose project needs it: both votes of a year, both of the current year long ago, or the first one alone. */
export function journeyOfProject(kind: number | 'early' | 'planned', today: CalendarDate): Journey {
  if (kind === 'planned') return { rounds: [certified(1, [-150, -132])], listed: -118 };
  return bothOf(kind === 'early' ? EARLY : countedOf(kind, today));
}

/** Which compound a vote is about. */
export type Where = Pick<DeclaredJourney, 'county' | 'community' | 'compound'>;

/** A vote that a project needs (projects/stories.ts). */
export interface DeclaredVote extends Where {
  kind: Parameters<typeof journeyOfProject>[0];
  /** programme year, where it is not the current one */
  year?: number | undefined;
}
