/** With what the sample of a round was drawn, so that anybody can draw it again. */
export interface CallBackDraw {
  /** hash of the link that closed the round */
  seed: string;
  seq: number;
  /** ballots that had come in at closing */
  returned: number;
  drawn: number;
  /** with an outcome */
  done: number;
}

/** A household that was drawn, as whoever calls needs it. */
export interface DrawnHome {
  householdId: string;
  /** its place in the draw, and the digest that gave it */
  rank: number;
  digest: string;
  /** whoever asks recorded its ballot: another calls */
  mine: boolean;
  owners: { id: string; kind: string; name: string; phone: string | null }[];
}
