import type { CandidateView, ImportLineView } from './answers';

/** What accepting a candidate says; a payment needs more (money and items), so it is chosen by hand. */
export function acceptedAs(lineId: string, { target }: Pick<CandidateView, 'target'>): object | null {
  switch (target.type) {
    case 'entry':
      return { lineId, decision: 'entry', entryId: target.id };
    case 'order':
      return { lineId, decision: 'order', orderId: target.id };
    case 'receipt': {
      const { projectId, source, kind, earmark } = target;
      return { lineId, decision: 'receipt', projectId, source, kind, earmark };
    }
    case 'payment':
      return null;
  }
}

/** All that stands out, accepted at once. What a person must choose is left. */
export const allAccepted = (rows: readonly ImportLineView[]): object[] =>
  rows.flatMap(({ id, state, match: { chosen } }) => {
    const said = state === 'found' && chosen ? acceptedAs(id, chosen) : null;
    return said ? [said] : [];
  });
