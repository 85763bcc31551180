import { z } from 'zod';
import type { Label } from '../kernel/label';

/** The three tables that a county hands in elsewhere: 省级月报表, 财政资金表, 国家统计系统的报表. */
export const TABLES = ['county-month', 'finance', 'national'] as const;
export type TableName = (typeof TABLES)[number];

/** How the value of a fact is written. count: as it is; area, quantity: hundredths; yuan, wan: fen, wan in 万元 without loss. */
export const FORMS = ['count', 'area', 'quantity', 'yuan', 'wan'] as const;
export type Form = (typeof FORMS)[number];

const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }) satisfies z.ZodType<Label>;

const rowSchema = z.strictObject({
  /** stable; names the cell in files and in the list of what is not filled */
  code: z.string().regex(/^\p{L}[\p{L}\d.-]*$/u),
  name: label,
  unit: label,
  form: z.enum(FORMS),
  definition: label,
  /** of the policy, a law or a decision */
  clause: z.string().min(1),
  source: z.union([
    // lacks: what a record that does not tell it lacks ('个小区没有建筑面积'); null: every record tells it
    z.strictObject({ fact: z.string().min(1), lacks: label.nullable() }),
    z.strictObject({ unfillable: label }),
  ]),
});
export type ShapeRow = z.infer<typeof rowSchema>;

const groupSchema = z.strictObject({ code: z.string().min(1), name: label, rows: z.array(rowSchema).min(1) });
export type ShapeGroup = z.infer<typeof groupSchema>;

const shapeSchema = z
  .strictObject({ table: z.enum(TABLES), title: label, groups: z.array(groupSchema).min(1) })
  .refine(({ groups }) => {
    const codes = groups.flatMap(({ rows }) => rows.map(({ code }) => code));
    return new Set(codes).size === codes.length;
  }, 'a code stands twice');
export type Shape = z.infer<typeof shapeSchema>;

/** A table's shape is data and is parsed: a row is either reckoned from a fact or says why it cannot be. */
export const readShape = (data: unknown): Shape => shapeSchema.parse(data);
