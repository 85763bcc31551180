import { can } from '../../accounts/permissions';
import type { Role } from '../../accounts/roles';
import { PAPER_KINDS, type PaperCode } from './register';

/** The kinds whose records this role may open, in the order of the register. */
export const readableKinds = (role: Role): PaperCode[] =>
  PAPER_KINDS.filter(({ permission }) => can(role, permission)).map(({ code }) => code);
