import type { Dwelling } from './votes';

/** What stands of a household: by which ballot, what it says, whether a second person looked. */
export interface Standing {
  ballot: string | null;
  choice: 'agree' | 'disagree' | 'abstain' | null;
  checked: boolean;
}

const of = (standings: readonly Standing[], choice: Standing['choice']) =>
  standings.flatMap((standing, at) => (standing.choice === choice ? [at] : []));

/** Everything that the database keeps of a round, counted from nothing but the dwellings and what stands. */
export function recount(dwellings: readonly Dwelling[], standings: readonly Standing[]) {
  const area = (which: readonly number[]) => which.reduce((sum, at) => sum + (dwellings[at]?.area ?? 0), 0);
  const groups = (key: 'building' | 'voter') => {
    const found = new Map<number, number[]>();
    for (const [at, dwelling] of dwellings.entries())
      found.set(dwelling[key], [...(found.get(dwelling[key]) ?? []), at]);
    return [...found].sort(([a], [b]) => a - b);
  };
  const counts = (which: readonly number[]) => {
    const there = which.map((at) => standings[at]?.choice ?? null);
    const count = (choice: Standing['choice']) => there.filter((one) => one === choice).length;
    return { agree: count('agree'), disagree: count('disagree'), abstain: count('abstain') };
  };
  const voters = groups('voter').map(([voter, which]) => ({ voter, dwellings: which.length, ...counts(which) }));
  return {
    tally: {
      agree_households: of(standings, 'agree').length,
      agree_area: String(area(of(standings, 'agree'))),
      disagree_households: of(standings, 'disagree').length,
      disagree_area: String(area(of(standings, 'disagree'))),
      abstain_households: of(standings, 'abstain').length,
      abstain_area: String(area(of(standings, 'abstain'))),
      voters_in: voters.filter(({ agree, disagree, abstain }) => agree + disagree + abstain > 0).length,
      voters_agree: voters.filter(({ agree, disagree, abstain }) => agree > 0 && disagree + abstain === 0).length,
      checked: standings.filter(({ checked }) => checked).length,
    },
    buildings: groups('building').map(([building, which]) => ({
      name: `${building}栋`,
      households: which.length,
      area: String(area(which)),
      ...counts(which),
      agree_area: String(area(which.filter((at) => standings[at]?.choice === 'agree'))),
    })),
    voters: voters.filter(({ dwellings: many }) => many > 1),
    standings: standings.map(({ ballot, choice, checked }) => ({ ballot_id: ballot, choice, checked })),
  };
}
