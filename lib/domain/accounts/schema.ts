import { z } from 'zod';
import { idField, textField } from '../kernel/input';
import { PASSWORD_MAX } from './password';
import { ROLES } from './roles';

/** User names: a letter first, then letters, digits, dot, hyphen, underscore; 3 to 40; kept in lower case. */
export const usernameField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,39}$/, { error: 'accounts.username' });

/** Only the size is a matter of shape; whether a password is good is checkPassword's to say, with all its reasons. */
export const passwordField = z
  .string()
  .min(1)
  .max(PASSWORD_MAX * 4);

export const userCreateSchema = z.strictObject({
  username: usernameField,
  displayName: textField(40),
  role: z.enum(ROLES),
  unitId: idField,
  password: passwordField,
});

export const userUpdateSchema = z.strictObject({
  displayName: textField(40).optional(),
  role: z.enum(ROLES).optional(),
  unitId: idField.optional(),
  disabled: z.boolean().optional(),
  disabledReason: textField(200).optional(),
});

export const passwordChangeSchema = z.strictObject({ currentPassword: passwordField, newPassword: passwordField });

export const ownSettingsSchema = z.strictObject({ locale: z.enum(['zh-CN', 'en']) });

/** A password that somebody else sets: it must be changed at the first sign-in. */
export const passwordResetSchema = z.strictObject({ password: passwordField });

export type UserCreate = z.infer<typeof userCreateSchema>;
export type UserUpdate = z.infer<typeof userUpdateSchema>;
