import { z } from 'zod';
import { idField } from '../kernel/input';
import { ROLES } from './roles';

export const USER_STATES = ['active', 'disabled', 'unused', 'all'] as const;

/** The address of the list of accounts. `unused`: made and never signed in. */
export const userListQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  role: z.enum(ROLES).optional(),
  county: idField.optional(),
  unit: idField.optional(),
  state: z.enum(USER_STATES).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type UserListQuery = z.output<typeof userListQuery>;

export const userView = z.object({
  id: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  unit: z.object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(['prefecture', 'county', 'subdistrict', 'community']),
  }),
  county: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  mustChangePassword: z.boolean(),
  disabledAt: z.string().nullable(),
  disabledReason: z.string().nullable(),
  lastSignInAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.int(),
});
export type UserView = z.output<typeof userView>;

export const userList = z.object({ items: z.array(userView), nextCursor: z.string().nullable(), total: z.int() });
export type UserList = z.output<typeof userList>;
