import type { CheckState } from './due';
import type { MaintainerKind } from './maintainers';

export interface HandoverItemView {
  id: string;
  compound: { id: string; name: string };
  item: string;
  itemName: string;
  itemNameEn: string;
  what: string;
  warrantyUntil: string | null;
  maintainerKind: MaintainerKind;
  maintainer: string;
  version: number;
}

/** An item to be done by a final plan that no line of the list hands over yet. */
export interface HandoverSuggestion {
  compound: { id: string; name: string };
  item: string;
  itemName: string;
  itemNameEn: string;
  what: string;
  /** P四(一)4: its operator maintains it */
  operator: boolean;
  places: number;
  /** of them reported complete */
  done: number;
}

export interface CheckView {
  id: string;
  months: number;
  dueOn: string;
  state: CheckState;
  checkedOn: string | null;
  result: 'good' | 'problems' | null;
  remarks: string | null;
  photo: { id: string; name: string } | null;
  checkedBy: string | null;
  version: number;
}

export interface ProjectAftercare {
  project: { id: string; code: string; name: string; status: string; stage: number; version: number };
  acceptedOn: string | null;
  managementPlan: { no: number; title: string; fileId: string; filedAt: string } | null;
  propertyService: string | null;
  propertyServiceReason: string | null;
  handover: HandoverItemView[];
  suggestions: HandoverSuggestion[];
  checks: CheckView[];
}
