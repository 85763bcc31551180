import type { FormRow } from './forms';
import type { RoundNumber, RoundStatus, ShareRule } from './types';

/** How many sheets the print view shows at once: what a browser lays out and a clerk sorts in one go. */
export const SHEETS_AT_ONCE = 300;

/** A batch of forms as it goes to the printer. The receipt codes are personal: only for who collects. */
export interface FormPrint {
  round: { id: string; code: string; round: RoundNumber; attempt: number; status: RoundStatus };
  compound: { name: string; address: string | null };
  places: { county: string; subdistrict: string | null; community: string | null };
  households: number;
  /** m² as decimal text */
  area: string;
  /** the paper that the programme rests on: 楚住建城〔2020〕1号 */
  policy: { title: string; documentNo: string };
  /** the test that decides, where it stands, and whether it counts all or those who take part */
  test: { name: string; basis: string; ofAll: boolean };
  /** round 1 */
  menu: MenuGroup[];
  /** round 2 */
  scheme: SchemePrint | null;
  sheets: Sheet[];
  /** of the batch: all, and those that have been voided and are not printed again */
  count: number;
  voided: number;
}

export interface MenuGroup {
  scope: 'building' | 'compound';
  necessity: 'required' | 'improvement';
  items: { code: string; name: string }[];
}

export interface SchemePrint {
  no: number;
  title: string;
  /** yuan as decimal text */
  estimate: string;
  ownersShare: string;
  shareRule: ShareRule;
  hash: string;
  parts: { name: string; summary: string }[];
}

export interface Sheet
  extends Pick<FormRow, 'formNo' | 'householdId' | 'buildingName' | 'unitNo' | 'room' | 'area' | 'owners'> {
  /** widths of the Code 128 bars and gaps of the number, by turns */
  bars: number[];
  /** round 2: the household's own part, yuan as decimal text */
  share: string | null;
  /** ABCD-EFGH-JKMN-PQRS */
  receipt: string;
  /** only where residents can reach the server */
  receiptUrl: string | null;
}
