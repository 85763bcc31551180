import { leave, unsentOf, whoWorks } from './device';
import { run } from './engine';
import { openStore } from './store';

/** Before somebody signs out: what waits is sent if it can be. Answers how much still waits. */
export async function sendBeforeLeaving(): Promise<number> {
  const account = await whoWorks();
  if (!account) return 0;
  const store = await openStore(account.id);
  try {
    if ((await store.unsent()) > 0) await run({ store, account, hurry: true });
  } finally {
    store.close();
  }
  const still = await whoWorks();
  return still?.id === account.id ? unsentOf(account.id) : 0;
}

/** What was taken along and recorded goes from the device with the account. */
export async function leaveDevice(): Promise<void> {
  const account = await whoWorks();
  if (account) await leave(account.id);
}
