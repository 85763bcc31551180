import { enter, whoWorks } from './device';
import { askWho, run } from './engine';
import { openStore } from './store';

/** On any page of the portal: the store becomes that of who is signed in, and what waits is sent. */
export async function tendOutbox(accountId: string): Promise<void> {
  const here = await whoWorks();
  if (here?.id !== accountId) {
    const who = await askWho();
    if (typeof who !== 'string') await enter(who);
    return;
  }
  const store = await openStore(here.id);
  try {
    if ((await store.unsent()) > 0) await run({ store, account: here });
  } finally {
    store.close();
  }
}
