/** Writes prisma/seed/fixture.schema.json anew: node --import tsx --conditions=react-server prisma/seed/fixture-schema.ts */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fixtureJsonSchema } from './fixture/schema';

await writeFile(
  path.join(import.meta.dirname, 'fixture.schema.json'),
  `${JSON.stringify(fixtureJsonSchema(), null, 2)}\n`,
);
