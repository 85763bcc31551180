import { type Reason, reason } from '../../kernel/result';
import type { VetoRisk } from '../vetoes';
import type { CardVeto } from './card';
import { notUnderWay } from './steps';
import type { CardState, VetoVerdict } from './types';

const clause = 'P四(四)3/否决';

interface Verdict {
  /** the ground of the template; undefined: it has none of that name */
  ground: Pick<VetoRisk, 'name' | 'peopleOnly'> | undefined;
  named: string;
  verdict: VetoVerdict;
  reason: string | null;
  documentNo: string | null;
}

/** 一票否决 is decided by people, always with a reason; what no record can tell stands on a document. */
export function againstVeto(status: CardState, { ground, named, verdict, reason: why, documentNo }: Verdict): Reason[] {
  const needsDocument = verdict === 'applies' && ground?.peopleOnly === true && documentNo === null;
  return [
    ...notUnderWay(status),
    ...(ground ? [] : [reason('season.groundUnknown', { found: named }, { field: 'ground' })]),
    ...(why === null ? [reason('season.vetoReasonMissing', undefined, { field: 'reason', clause })] : []),
    ...(needsDocument
      ? [reason('season.vetoDocumentMissing', { name: ground?.name ?? named }, { field: 'documentNo', clause })]
      : []),
  ];
}

/** Grounds that the records speak for and nobody decided. */
export const undecidedOf = (risks: readonly VetoRisk[], decided: readonly CardVeto[]): VetoRisk[] =>
  risks.filter(({ code, standing }) => standing === 'proposed' && !decided.some(({ ground }) => ground === code));
