import type { Role } from '../accounts/roles';
import type { NoticeKind } from './types';

/** domain.md §2: the county publishes its list and plans; the design and the result of a vote, whoever of the three holds them. */
const PUBLISHERS: Record<NoticeKind, readonly Role[]> = {
  list: ['county_bureau'],
  plan: ['county_bureau'],
  design: ['town', 'community', 'county_bureau'],
  result: ['community', 'town', 'county_bureau'],
};

/** Whether this role prepares, publishes, answers for and completes notices of that kind. */
export const mayPublish = (role: Role, kind: NoticeKind): boolean => PUBLISHERS[kind].includes(role);

export const kindsOf = (role: Role): NoticeKind[] =>
  (Object.keys(PUBLISHERS) as NoticeKind[]).filter((kind) => mayPublish(role, kind));
