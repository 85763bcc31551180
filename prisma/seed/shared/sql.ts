/** What the loaders need of a connection: a pg client has it, and a Prisma transaction can be given it. */
export interface Sql {
  query: <T>(text: string, values?: unknown[]) => Promise<{ rows: T[] }>;
}
