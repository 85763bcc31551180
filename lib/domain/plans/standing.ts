import { type Reason, reason } from '../kernel/result';

interface CompoundNow {
  name: string;
  status: string;
}

const retired = ({ name, status }: CompoundNow): Reason[] =>
  status === 'active' ? [] : [reason('plan.compoundRetired', { name })];

/** A new version: of a compound in use that was not found ineligible, one draft at a time. `draft`: number of the one there is. */
export function againstNewPlan(compound: CompoundNow & { eligibility: string; draft: number | null }): Reason[] {
  const { name, eligibility, draft } = compound;
  return [
    ...retired(compound),
    ...(eligibility === 'ineligible' ? [reason('plan.ineligible', { name })] : []),
    ...(draft === null ? [] : [reason('plan.draftThere', { no: draft })]),
  ];
}

/** Writing into a version: while it is a draft, and its compound is in use. */
export function againstWriting(plan: {
  no: number;
  status: string;
  compound: { name: string; active: boolean };
}): Reason[] {
  const { name, active } = plan.compound;
  return [
    ...(plan.status === 'final' ? [reason('plan.isFinal', { no: plan.no })] : []),
    ...retired({ name, status: active ? 'active' : 'retired' }),
  ];
}

/** 六有 are attested with a photo: culture and relations can't be derived from items. */
export function haveReasons(
  compound: CompoundNow,
  { attested, photoFileId }: { attested: boolean; photoFileId: string | null },
): Reason[] {
  return [
    ...retired(compound),
    ...(attested && photoFileId === null ? [reason('plan.havePhotoNeeded', undefined, { field: 'photoFileId' })] : []),
  ];
}
