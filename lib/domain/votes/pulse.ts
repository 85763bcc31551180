import type { BuildingTally, TallyView, VerdictView } from './answers';
import type { GridHome, OtherDwelling } from './grid';
import type { RoundStatus } from './types';

/** Where a round stands in its chain, and what came since one looked last; nothing came: null. */
export interface Pulse {
  seq: number;
  asOf: string;
  status: RoundStatus;
  changed: PulseChange | null;
}

interface PulseChange {
  tally: TallyView | null;
  /** of the test that decides */
  verdict: VerdictView | null;
  buildings: BuildingTally[];
  /** of the building that was asked about: the households of whom something was recorded */
  homes: GridHome[];
  /** dwellings elsewhere whose owners have several */
  elsewhere: Pick<OtherDwelling, 'id' | 'choice'>[];
}

/** What an officer has before the eyes: the round's sums, and a building of it as it stood at a link of the chain. */
export interface Picture {
  building: { id: string; name: string };
  seq: number;
  asOf: string;
  tally: TallyView;
  verdict: VerdictView | null;
  buildings: BuildingTally[];
  homes: GridHome[];
  elsewhere: OtherDwelling[];
}

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The picture with what came since. What did not change is the very same value, so that only changed cells are drawn. */
export function withPulse(picture: Picture, { seq, asOf, changed }: Pulse): Picture {
  if (!changed || asOf < picture.asOf) return picture;
  const now = new Map(changed.homes.map((home) => [home.id, home]));
  const choices = new Map(changed.elsewhere.map(({ id, choice }) => [id, choice]));
  return {
    ...picture,
    seq,
    asOf,
    tally: changed.tally ?? picture.tally,
    verdict: changed.verdict,
    buildings: changed.buildings,
    homes: picture.homes.map((home) => {
      const other = now.get(home.id);
      return other && !isSame(home, other) ? other : home;
    }),
    elsewhere: picture.elsewhere.map((one) => {
      const choice = choices.get(one.id);
      return choice === undefined ? one : { ...one, choice };
    }),
  };
}

/** The page was read anew, or the pulse came later: of the same building the later one is shown. */
export const laterOf = (page: Picture, live: Picture | undefined): Picture =>
  live && live.building.id === page.building.id && live.asOf > page.asOf ? live : page;

/** Those whose ballot is another one than before. */
export function movedBallots(before: readonly GridHome[], after: readonly GridHome[]): GridHome[] {
  const former = new Map(before.map(({ id, ballotId }) => [id, ballotId]));
  return after.filter(({ id, ballotId }) => former.get(id) !== ballotId);
}
