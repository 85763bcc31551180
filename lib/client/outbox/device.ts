import { type DBSchema, openDB } from 'idb';
import type { FieldAccount } from '@/lib/domain/field/types';
import { dropAllHalves } from './half-written';
import { askFirst, forgetWaiting } from './mark';
import { openStore, wipeStore } from './store';

interface DeviceSchema extends DBSchema {
  /** Accounts that have a store on this device; one is at work. `unsent` of those who went without signing out. */
  accounts: { key: string; value: FieldAccount & { atWork: boolean; unsent: number } };
}

const open = () =>
  openDB<DeviceSchema>('anju-field-device', 1, {
    upgrade: (db) => void db.createObjectStore('accounts', { keyPath: 'id' }),
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });

async function within<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Who works here, as the device knows without asking anybody. */
export const whoWorks = (): Promise<FieldAccount | null> =>
  within(async (db) => (await db.getAll('accounts')).find(({ atWork }) => atWork) ?? null);

/** Others whose records wait here for them: names and numbers, nothing of what was recorded. */
export const whoWaits = (): Promise<{ name: string; unsent: number }[]> =>
  within(async (db) => (await db.getAll('accounts')).filter(({ atWork, unsent }) => !atWork && unsent > 0));

/**
 * This account is signed in. Of any other that went without signing out nothing is left but what had not been sent: that waits, unseen, until
 * its own officer signs in here again.
 */
export async function enter(account: FieldAccount): Promise<void> {
  const others = await within(async (db) => (await db.getAll('accounts')).filter(({ id }) => id !== account.id));
  for (const other of others.filter(({ atWork }) => atWork)) {
    const unsent = await leaveUnsent(other.id);
    await within(async (db) => {
      if (unsent > 0) await db.put('accounts', { ...other, atWork: false, unsent });
      else await db.delete('accounts', other.id);
    });
    forgetWaiting();
    dropAllHalves();
  }
  await within((db) => db.put('accounts', { ...account, atWork: true, unsent: 0 }));
  askFirst(false);
}

async function leaveUnsent(accountId: string): Promise<number> {
  const store = await openStore(accountId);
  const unsent = await store.keepUnsent();
  store.close();
  if (unsent === 0) await wipeStore(accountId);
  return unsent;
}

/** How many records of this account are not on the server. */
export async function unsentOf(accountId: string): Promise<number> {
  const store = await openStore(accountId);
  const count = await store.unsent();
  store.close();
  return count;
}

/** Everything of this account goes from the device. */
export async function leave(accountId: string): Promise<void> {
  await wipeStore(accountId);
  await within((db) => db.delete('accounts', accountId));
  forgetWaiting();
  dropAllHalves();
}
