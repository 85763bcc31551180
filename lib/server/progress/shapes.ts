import 'server-only';
import { z } from 'zod';
import { monthField } from '@/lib/domain/progress/schema';

export const reportParams = z.strictObject({ id: z.uuid(), month: monthField });
export const correctionParams = reportParams.extend({ correctionId: z.uuid() });
export const milestoneParams = z.strictObject({ id: z.uuid(), milestoneId: z.uuid() });
export const monthParams = z.strictObject({ month: monthField });
export const summaryParams = z.strictObject({ id: z.uuid() });
