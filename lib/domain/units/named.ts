import { z } from 'zod';

/** A county as lists and headers name it; nameEn null: only its Chinese name is known. */
export const countyAnswer = z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable() });

/** The same of any unit. */
export type NamedUnit = z.infer<typeof countyAnswer>;
