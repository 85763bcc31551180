import type { NoticeGates } from '../notices/types';
import type { RoundRow } from './answers';
import { isOver } from './phases';

export type StageCode = 'roundOne' | 'list' | 'design' | 'roundTwo';

export interface StageCondition {
  code: StageCode;
  met: boolean;
  /** where it is put right, or seen */
  href: string;
}

type Seen = Pick<RoundRow, 'id' | 'outcome' | 'status'>;

interface Known {
  compoundId: string;
  /** all attempts of the compound, whichever vote */
  rounds: readonly (Seen & { round: 1 | 2 })[];
  /** of the scheme that is voted on, or of the latest */
  gates: NoticeGates;
}

const noticeHref = (kind: 'list' | 'design', id: string | null) => (id ? `/notices/${id}` : `/notices?kind=${kind}`);

/** What votes and notices hold open of the stages 2 and 5 of a compound (domain.md §5); the rest of each stage lies with the project. */
export function stageConditions({ compoundId, rounds, gates }: Known): Record<2 | 5, StageCondition[]> {
  const vote = (round: 1 | 2) => {
    const attempts = rounds.filter((one) => one.round === round);
    const passed = attempts.find(({ outcome }) => outcome === 'passed');
    const live = attempts.find(({ status }) => !isOver(status));
    const shown = passed ?? live;
    return {
      met: passed !== undefined,
      href: shown ? `/votes/${shown.id}` : `/votes/new?compound=${compoundId}&round=${round}`,
    };
  };
  return {
    2: [
      { code: 'roundOne', ...vote(1) },
      { code: 'list', met: gates.list.over, href: noticeHref('list', gates.list.noticeId) },
    ],
    5: [
      { code: 'design', met: gates.design.over, href: noticeHref('design', gates.design.noticeId) },
      { code: 'roundTwo', ...vote(2) },
    ],
  };
}
