import { z } from 'zod';
import { dayField } from '../archive/schema';
import { idField, textField } from '../kernel/input';
import { MAINTAINER_KINDS } from './maintainers';

const line = z.strictObject({
  compoundId: idField,
  item: z.string().regex(/^[BC]-[RI]\d{2}$/),
  what: textField(200),
  warrantyUntil: dayField.optional(),
  maintainerKind: z.enum(MAINTAINER_KINDS),
  maintainer: textField(100),
});
export const handoverInput = z.strictObject({ items: z.array(line).min(1).max(500) });
export type HandoverInput = z.output<typeof handoverInput>;
export type HandoverLine = z.output<typeof line>;

export const handoverUpdate = z.strictObject({
  what: textField(200).optional(),
  warrantyUntil: dayField.nullable().optional(),
  maintainerKind: z.enum(MAINTAINER_KINDS).optional(),
  maintainer: textField(100).optional(),
});
export type HandoverUpdate = z.output<typeof handoverUpdate>;

export const propertyInput = z.strictObject({
  propertyService: textField(100).nullable(),
  reason: textField(500).nullable(),
});
export type PropertyInput = z.output<typeof propertyInput>;

export const checkInput = z.strictObject({
  checkedOn: dayField,
  result: z.enum(['good', 'problems']),
  remarks: textField(1_000).optional(),
  photoFileId: idField.optional(),
});
export type CheckInput = z.output<typeof checkInput>;
