/** Words of the votes (domain.md §4). The order of each list is the order on screen. */
export const CHOICES = ['agree', 'disagree', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** How a ballot was collected. */
export const CHANNELS = ['paper', 'door', 'meeting', 'online'] as const;
export type Channel = (typeof CHANNELS)[number];

export const ROUND_STATUSES = ['draft', 'open', 'closed', 'certified', 'cancelled'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

export type RoundNumber = 1 | 2;

/** recorded: the first; corrected and annulled replace another; noted: kept beside another's, counted nowhere. */
export const BALLOT_KINDS = ['recorded', 'corrected', 'annulled', 'noted'] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];

/** By which door a ballot came in. */
export const BALLOT_SOURCES = ['single', 'many', 'sheet', 'offline', 'objection'] as const;
export type BallotSource = (typeof BALLOT_SOURCES)[number];

/** 扫楼, kept apart from the vote. */
export const DOORS = ['to_visit', 'nobody_in', 'visited'] as const;
export type Door = (typeof DOORS)[number];

export const CALL_OUTCOMES = ['confirmed', 'denied', 'unreachable'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const SHARE_RULES = ['area', 'household'] as const;
export type ShareRule = (typeof SHARE_RULES)[number];

export const OUTCOMES = ['passed', 'failed'] as const;
export type VoteOutcome = (typeof OUTCOMES)[number];

/** A household of a frozen roll, as far as the count needs it. Area in 0.01 m², above 0. */
export interface RollHousehold {
  id: string;
  area: bigint;
  /** Number of the voter: one owner with several dwellings is one voter, joint owners are one voter (民法典 278). */
  voter: number;
}

/** Sums over all that stands. Households are counted, areas in 0.01 m². */
export interface Sums {
  households: bigint;
  area: bigint;
  voters: bigint;
  agreeHouseholds: bigint;
  agreeArea: bigint;
  disagreeHouseholds: bigint;
  disagreeArea: bigint;
  abstainHouseholds: bigint;
  abstainArea: bigint;
  /** voters of whom at least one ballot is there */
  votersIn: bigint;
  /** voters all of whose ballots that are there agree */
  votersAgree: bigint;
}
