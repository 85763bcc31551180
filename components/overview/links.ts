import { entriesHref } from '@/components/funds/overview/entries-href';
import { hrefWith } from '@/components/ui/url';
import type { Overview } from '@/lib/domain/overview/answers';

/** Which lists the reader may open. */
export interface MayOpen {
  projects: boolean;
  votes: boolean;
  plans: boolean;
  funds: boolean;
  scores: boolean;
}

/** What /overview/rows lists. */
type RowFigure =
  | 'compounds'
  | 'planned'
  | 'started'
  | 'startedLate'
  | 'completed'
  | 'completedLate'
  | 'accepted'
  | 'item'
  | 'promise'
  | 'have';

interface Row {
  figure: RowFigure;
  key?: string;
  state?: 'done' | 'open' | 'met';
  /** of this year and those before it */
  span?: 'all';
  /** of the prefecture's page: of one county alone */
  county?: string;
}

type Href = string | undefined;

/** The rows behind each figure. None at a month's end: what was kept that night are sums, and the lists show what stands now. */
export function linksOf({ year, month, unit }: Pick<Overview, 'year' | 'month' | 'unit'>, may: MayOpen) {
  const own = unit.level === 'county' ? unit.id : undefined;
  const at = (path: string, more: Record<string, Href>) => hrefWith(path, { year: String(year), county: own, ...more });
  const now = month === null;
  return {
    rows: ({ figure, key, state, span, county = own }: Row): Href =>
      now ? at('/overview/rows', { figure, key, state, span, county }) : undefined,
    watch: (light: 'red' | 'yellow' | 'green', county = own): Href =>
      now ? at('/watch', { light, county }) : undefined,
    unlit: (): Href => (now && may.projects ? at('/projects', { light: 'none' }) : undefined),
    stage: (stage: number): Href =>
      now && may.projects ? at('/projects', { stage: String(stage), status: 'active' }) : undefined,
    status: (status: 'suspended' | 'withdrawn'): Href =>
      now && may.projects ? at('/projects', { status }) : undefined,
    rounds: (round: number, status: 'open' | 'closed' | 'certified', outcome?: 'passed' | 'failed'): Href =>
      now && may.votes ? hrefWith('/votes', { round: String(round), status, outcome, county: own }) : undefined,
    /** the year's plan, which sets the task: its projects with what each was given */
    plan: (): Href => (now && may.plans ? hrefWith('/annual-plans', { year: String(year) }) : undefined),
    /** what is planned and lacking, by source and project */
    funds: (county = own): Href => (now && may.funds ? at('/funds', { county }) : undefined),
    entries: (movement: 'allocated' | 'received' | 'paid', source?: string, county = own): Href =>
      now && may.funds ? entriesHref({ year, county, source, movement }) : undefined,
    score: (county: string): Href =>
      now && may.scores ? hrefWith(`/scorecards/${county}`, { year: String(year) }) : undefined,
    survey: (baselineYear: number): Href => hrefWith('/dashboard', { county: own, year: String(baselineYear) }),
  };
}
export type Links = ReturnType<typeof linksOf>;
