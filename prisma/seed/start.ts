/**
 * What a database must hold before the application serves: rule book, unit tree, programme years; the demonstration where it is wanted.
 * Called at each start (scripts/start.mjs) with ANJU_OWNER_URL, ANJU_COLUMN_KEY, ANJU_EMBEDDED, ANJU_DEMO; adds what is missing and nothing else.
 */
import { settle } from './settle';
import { connectOwner } from './shared/owner-client';

async function main(): Promise<void> {
  const ownerUrl = process.env.ANJU_OWNER_URL;
  if (!ownerUrl) throw new Error('ANJU_OWNER_URL: the address of the owner role');
  const client = await connectOwner(ownerUrl);
  try {
    const said = await settle(client, { embedded: process.env.ANJU_EMBEDDED === '1', demo: process.env.ANJU_DEMO });
    for (const line of said) console.log(line);
  } finally {
    await client.end();
  }
}

await main().catch((error: Error) => {
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
});
