import type { Reason } from '../kernel/result';
import type { NoticeStatus } from '../notices/types';
import type { NamedUnit } from '../units/named';
import type { MeasureOf } from './count';
import type { BallotKind, CallOutcome, Channel, Choice, Door, RoundNumber, RoundStatus, VoteOutcome } from './types';

/** What /api/v1 says about votes. Areas are decimal texts (m²), money decimal texts (yuan), instants ISO, days YYYY-MM-DD. */
export interface TallyView {
  households: number;
  area: string;
  voters: number;
  agreeHouseholds: number;
  agreeArea: string;
  disagreeHouseholds: number;
  disagreeArea: string;
  abstainHouseholds: number;
  abstainArea: string;
  returned: number;
  votersIn: number;
  votersAgree: number;
  checked: number;
}

/** One ratio of a test against its threshold; `of` says what is counted. */
export interface MeasureView {
  of: MeasureOf;
  part: string;
  whole: string;
  /** '2/3' */
  threshold: string;
  strict: boolean;
  /** for the eye, two places; never rounded up to or over the threshold */
  percent: string | null;
  reached: boolean;
  /** how much more is needed, of what is counted (households, owners; m² as decimal text); null when reached */
  missing: string | null;
}

export interface VerdictView {
  test: string;
  name: string;
  nameEn: string;
  clause: string;
  /** the one of the programme year */
  decides: boolean;
  passed: boolean;
  measures: MeasureView[];
}

export interface RoundRow {
  id: string;
  code: string;
  round: RoundNumber;
  attempt: number;
  status: RoundStatus;
  outcome: VoteOutcome | null;
  compound: { id: string; code: string; name: string };
  county: NamedUnit;
  subdistrict: NamedUnit | null;
  community: NamedUnit | null;
  scheme: { id: string; no: number; title: string; estimate: string; ownersShare: string; hash: string | null } | null;
  plannedCloseOn: string | null;
  openedAt: string | null;
  closedAt: string | null;
  certifiedAt: string | null;
  tally: TallyView | null;
  version: number;
}

export interface BuildingTally {
  id: string;
  name: string;
  households: number;
  area: string;
  agree: number;
  disagree: number;
  abstain: number;
  agreeArea: string;
}

/** Something that must be so before a step, and where it is put right. */
export interface Condition {
  code: string;
  met: boolean;
  reason?: Reason;
  href?: string;
}

/** A line of the list: with the test that decides, and how many signs there are to look at. */
export interface RoundLine extends RoundRow {
  deciding: VerdictView | null;
  signs: number;
}

export interface RoundView extends RoundRow {
  rollHash: string | null;
  head: { seq: number; hash: string } | null;
  verdicts: VerdictView[];
  buildings: BuildingTally[];
  /** what the next step of the round still needs */
  next: { step: 'open' | 'close' | 'certify' | null; conditions: Condition[] };
  cancelledReason: string | null;
}

/** A household of the roll with how it stands: a cell of the building grid. */
export interface VoteHome {
  id: string;
  buildingId: string;
  buildingName: string;
  unitNo: string;
  room: string;
  storey: number | null;
  area: string;
  voter: number;
  voterDwellings: number;
  owners: { name: string; kind: string }[];
  ballotId: string | null;
  choice: Choice | null;
  checked: boolean;
  door: Door | null;
  doorOn: string | null;
  formNo: string | null;
}

export interface BallotView {
  id: string;
  householdId: string;
  seq: number;
  kind: BallotKind;
  choice: Choice | null;
  channel: Channel;
  formNo: string | null;
  photoFileId: string | null;
  proxy: { name: string; fileId: string } | null;
  wanted: string[];
  problems: string | null;
  collector: string;
  collectedAt: string;
  deviceAt: string | null;
  source: string;
  replacesId: string | null;
  besideId: string | null;
  objectionId: string | null;
  reason: string | null;
  recordedBy: { id: string; name: string };
  recordedAt: string;
  check: { verdict: 'right' | 'wrong'; note: string | null; by: string; at: string } | null;
  /** other households that have the same photo */
  samePhoto: string[];
  hash: string;
}

export interface BallotsAnswer {
  ballots: { id: string; householdId: string; seq: number; hash: string }[];
  tally: TallyView;
}

/** What a phone takes along: one round, to be worked on without a network. */
export interface RoundPackage {
  round: { id: string; code: string; round: RoundNumber; attempt: number; status: RoundStatus };
  compound: { id: string; name: string };
  rollHash: string;
  homes: VoteHome[];
  /** round 1: the menu to choose from */
  menu: { code: string; name: string; scope: 'building' | 'compound' }[];
  tally: TallyView;
  verdicts: VerdictView[];
  asOf: string;
}

export interface CallBackRow {
  householdId: string;
  where: string;
  ballotId: string;
  choice: Choice | null;
  recordedBy: string;
  outcome: CallOutcome | null;
  note: string | null;
  calledBy: string | null;
  calledAt: string | null;
  version: number;
}

/** Demand of round 1: how many households, with how much area, want an item. */
export interface DemandRow {
  code: string;
  name: string;
  households: number;
  area: string;
}

/** A later change of the register beside the frozen roll. */
export interface RegisterChange {
  householdId: string;
  where: string;
  kind: 'added' | 'gone' | 'area' | 'owners';
  from: string | null;
  to: string | null;
  /** whether the result would be another, had the roll held it */
  wouldChange: boolean;
}

export interface RegisterChanges {
  items: RegisterChange[];
  /** whether the result would be another, had the roll held all of them */
  wouldChange: boolean;
}

/** Facts that somebody should look at: signs, not proofs. */
export interface Suspicion {
  code: 'tooFast' | 'oneAccount' | 'unanimous' | 'formOrder' | 'formEarly' | 'photoRepeated' | 'clockOff';
  count: number;
  params: Record<string, string | number>;
  ballotIds: string[];
}

/** What has been done with a version since it was final. */
export interface SchemeUse {
  /** its design notice, if one was begun and not withdrawn */
  notice: { id: string; status: NoticeStatus } | null;
  /** the latest round that votes on it */
  round: { id: string; status: RoundStatus } | null;
}

/** A version of what round 2 votes on. Money in yuan, two places. */
export interface SchemeView {
  id: string;
  no: number;
  title: string;
  estimate: string;
  ownersShare: string;
  shareRule: string;
  note: string | null;
  status: 'draft' | 'final';
  /** over every word and file, once final */
  hash: string | null;
  finalizedAt: string | null;
  compound: { id: string; name: string; code: string };
  parts: { part: string; summary: string; fileId: string | null; fileName: string | null; sha256: string | null }[];
  /** codes of parts that are not there yet */
  missing: string[];
  version: number;
}
