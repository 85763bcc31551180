import 'server-only';
import { z } from 'zod';

const stageNumber = z
  .string()
  .regex(/^([1-9]|10)$/)
  .transform(Number);

export const stageParams = z.strictObject({ id: z.uuid(), stage: stageNumber });
export const stepParams = stageParams.extend({ step: z.string().regex(/^[a-z][A-Za-z]{0,29}$/) });
