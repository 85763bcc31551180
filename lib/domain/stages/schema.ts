import { z } from 'zod';
import { isCalendarDate } from '../kernel/calendar-date';
import { textField } from '../kernel/input';

const dateField = z.string().refine(isCalendarDate, { error: 'date.unreadable' });

export const stepInput = z.strictObject({
  /** the date that the report states */
  statedOn: dateField,
  /** the date on which it was really done, where it is another */
  actualOn: dateField.nullable().optional(),
  note: textField(500).optional(),
});

export const returnInput = z.strictObject({
  reason: textField(500),
  /** a correction that is not material keeps the first time of receipt (附件: 完成时间以系统填报数据完成上报时间为准) */
  material: z.boolean(),
});

export type StepInput = z.infer<typeof stepInput>;
export type ReturnInput = z.infer<typeof returnInput>;
