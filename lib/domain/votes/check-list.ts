import { z } from 'zod';
import type { BallotView } from './answers';

/** waiting: nobody looked yet; wrong: somebody found a fault; right: looked at; photo: paper forms without their photo. */
export const CHECK_STATES = ['waiting', 'wrong', 'right', 'photo'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Which ballots of a round to look at; in the address, so that a link lands on them. */
export const checkListQuery = z.strictObject({
  state: z.enum(CHECK_STATES).default('waiting'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CheckListQuery = z.output<typeof checkListQuery>;

/** A ballot that stands, beside the household it stands for. */
export interface CheckItem {
  where: string;
  buildingId: string;
  /** recorded by whoever asks: another looks at it */
  mine: boolean;
  ballot: BallotView;
}

export interface CheckList {
  items: CheckItem[];
  total: number;
  counts: Record<CheckState, number>;
  /** of those that wait: recorded by whoever asks */
  waitingMine: number;
}
