import type { Permission } from '../../accounts/permissions';
import type { Label } from '../../kernel/label';

/** How a paper can be had: a file, or a page that prints on A4. */
export const PAPER_FORMATS = ['docx', 'xlsx', 'print'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** draft: it can still change; issued: published, submitted, confirmed, signed; void: withdrawn, or given back. */
export const PAPER_STATES = ['draft', 'issued', 'void'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** One kind of official paper of the system. Addresses are patterns as the routes and pages are named: `[id]` is filled from the record. */
export interface PaperKind {
  code: string;
  label: Label;
  /** of the ten stages of a project; null: of no stage alone */
  stage: number | null;
  subject: Label;
  /** clause of the policy, as the rule book names it, that asks for the paper */
  clause: string;
  /** who may open the record's own route; who may not does not see the paper */
  permission: Permission;
  formats: Partial<Record<PaperFormat, string>>;
  /** the page of the record that it is made of */
  record: string;
}

/** What fills the addresses of one paper. */
export type PaperPlace = Readonly<Record<string, string>>;

/** `/plans/[id]/print` of a record; each part as an address takes it. */
export function hrefOf(pattern: string, place: PaperPlace): string {
  return pattern.replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = place[name];
    if (value === undefined) throw new Error(`nothing fills [${name}] of ${pattern}`);
    return encodeURIComponent(value);
  });
}
