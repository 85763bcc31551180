import type { Permission } from '@/lib/domain/accounts/permissions';
import { doesOf } from '@/lib/domain/field/does';
import { isDue } from '@/lib/domain/field/machine';
import type { FieldAccount } from '@/lib/domain/field/types';
import { ask } from './ask';
import { enter } from './device';
import { writeMark } from './mark';
import { deliver } from './send';
import type { Store } from './store';
import { refreshAll } from './taken';

/** What a run found: the server's account, or why nothing could be sent. */
export type Contact = 'ok' | 'offline' | 'signIn' | 'other';

interface Me {
  accountId: string;
  displayName: string;
  username: string;
  permissions?: Permission[];
}

/** Who is signed in, as the server says. */
export async function askWho(): Promise<FieldAccount | 'offline' | 'signIn'> {
  const heard = await ask<Me>('/api/v1/me');
  if (heard.is === 'value') {
    const { accountId, displayName, username, permissions = [] } = heard.value;
    return { id: accountId, name: displayName, username, does: doesOf(permissions) };
  }
  return heard.is === 'no' && heard.no.status === 401 ? 'signIn' : 'offline';
}

interface Run {
  store: Store;
  account: FieldAccount;
  now?: () => number;
  /** Something changed that is shown. */
  tell?: () => void;
  /** A person asked: what waits for its time is tried now, and rounds are fetched anew. */
  hurry?: boolean;
}

const lockName = (accountId: string) => `anju-field-${accountId}`;

/** One tab at a time; a browser without locks relies on the keys, which let each thing happen once. */
async function alone<T>(accountId: string, work: () => Promise<T>): Promise<T | null> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work();
  return navigator.locks.request(lockName(accountId), { ifAvailable: true }, async (lock) => (lock ? work() : null));
}

/** Sends what is due, in the order in which it was recorded, then looks what has become of the rounds. Can be killed anywhere. */
export async function run(given: Run): Promise<Contact> {
  return (await alone(given.account.id, () => work(given))) ?? 'ok';
}

async function work({ store, account, now = Date.now, tell = () => {}, hurry }: Run): Promise<Contact> {
  await settle(store, hurry === true);
  const who = await askWho();
  if (typeof who === 'string') return who;
  if (who.id !== account.id) {
    await enter(who);
    return 'other';
  }
  // what somebody may do can have changed since this device was told
  if (JSON.stringify(who.does) !== JSON.stringify(account.does)) await enter(who);
  const contact = await sendDue({ store, account, now, tell });
  await mark(store, account.id);
  if (contact !== 'ok') return contact;
  await refreshAll(store, now);
  tell();
  return 'ok';
}

/** We hold the lock, so that nobody is sending: what says so was cut off. */
async function settle(store: Store, hurry: boolean): Promise<void> {
  for (const { id, state } of await store.records()) {
    if (state.is === 'sending') await store.apply(id, { is: 'interrupted' });
    if (hurry && state.is === 'waiting') await store.apply(id, { is: 'hurried' });
  }
}

async function sendDue({ store, account, now, tell }: Required<Omit<Run, 'hurry'>>): Promise<Contact> {
  for (;;) {
    const due = (await store.records()).find((record) => isDue(record, now()));
    if (!due) return 'ok';
    const after = await deliver(due.id, { store, accountId: account.id, now });
    tell();
    if (after?.state.is !== 'waiting') continue;
    if (after.state.why === 'signIn') return 'signIn';
    // the next one would hear the same silence
    if (after.state.why === 'unanswered') return 'offline';
  }
}

export async function mark(store: Store, accountId: string): Promise<void> {
  writeMark({ accountId, waiting: await store.unsent() });
}
