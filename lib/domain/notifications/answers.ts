import { z } from 'zod';
import { NOTIFICATION_KINDS } from './kinds';

export const NOTIFICATION_FILTERS = ['unread', 'all'] as const;

/** The address of the list: newest first, further back from a message on. */
export const notificationQuery = z.strictObject({
  filter: z.enum(NOTIFICATION_FILTERS).default('unread'),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type NotificationQuery = z.output<typeof notificationQuery>;

const notification = z.object({
  id: z.uuid(),
  kind: z.enum(NOTIFICATION_KINDS),
  /** Names and numbers for its sentence. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The record that it is about. */
  href: z.string(),
  at: z.string(),
  readAt: z.string().nullable(),
});
export type NotificationView = z.output<typeof notification>;

export const notificationList = z.object({
  items: z.array(notification),
  unread: z.int(),
  /** for `before`, where there are older ones */
  next: z.uuid().nullable(),
});
export type NotificationList = z.output<typeof notificationList>;
