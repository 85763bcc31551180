import type { InspectionSheet } from '../inspections/answers';
import type { ReportAnswer } from '../progress/answers';
import type { Worded } from '../projects/choices';

/** What a project needs to be inspected and reported on without a network, for one person. */
export interface SitePackage {
  project: { id: string; code: string; name: string; stage: number; status: string };
  /** the menu's items that are planned, by name */
  menu: Worded[];
  /** null: this person does not inspect it, or it cannot be inspected now */
  inspection: { sheet: InspectionSheet; kinds: Worded[] } | null;
  /** the months that this person may fill in, the oldest first */
  reports: ReportAnswer[];
}

/** What is not to be filled in is not taken along; of a long neglect the oldest months come first, as they are to be reported. */
export const MONTHS_ALONG = 3;
