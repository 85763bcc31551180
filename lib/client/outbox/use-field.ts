'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldAccount, FieldRecord, TakenRound } from '@/lib/domain/field/types';
import type { RoundRow } from '@/lib/domain/votes/answers';
import { ask } from './ask';
import { enter, whoWaits, whoWorks } from './device';
import { askWho, type Contact, mark, run } from './engine';
import { mustAskFirst } from './mark';
import { takeAlong } from './rounds';
import { askForSync, keepShell, keepStore, onChance, type ShellState } from './shell';
import { openStore, type Store, type StoredPhoto } from './store';

export interface FieldFacts {
  account: FieldAccount;
  rounds: TakenRound[];
  records: FieldRecord[];
  /** null: not tried yet */
  contact: Contact | null;
  busy: boolean;
  shell: ShellState | null;
  /** open rounds of the officer's territory, as far as the server was reached */
  available: RoundRow[];
  others: { name: string; unsent: number }[];
}

export type FieldPhase =
  | { is: 'opening' }
  | { is: 'nobody'; why: 'signIn' | 'offline' }
  | { is: 'broken' }
  | { is: 'ready'; facts: FieldFacts };

const EVERY_MS = 30_000;

/** Whose store is opened: the server is asked where somebody has signed in since; else the device knows. */
async function whose(): Promise<FieldAccount | 'signIn' | 'offline'> {
  const here = mustAskFirst() ? null : await whoWorks();
  if (here) return here;
  const who = await askWho();
  if (typeof who !== 'string') await enter(who);
  return who;
}

/** The device's store for the page: what is in it, what can be done with it, and that it is sent whenever there is a chance. */
export function useField() {
  const [phase, setPhase] = useState<FieldPhase>({ is: 'opening' });
  const held = useRef<{ store: Store; account: FieldAccount } | null>(null);
  const running = useRef(false);

  const tell = useCallback((news: Partial<FieldFacts>) => {
    setPhase((before) => (before.is === 'ready' ? { is: 'ready', facts: { ...before.facts, ...news } } : before));
  }, []);

  const reload = useCallback(async () => {
    if (!held.current) return;
    const { store, account } = held.current;
    const [rounds, records] = await Promise.all([store.rounds(), store.records()]);
    await mark(store, account.id);
    tell({ rounds, records });
  }, [tell]);

  const open = useCallback(async (): Promise<boolean> => {
    const account = await whose();
    held.current?.store.close();
    held.current = null;
    if (typeof account === 'string') {
      setPhase({ is: 'nobody', why: account });
      return false;
    }
    const store = await openStore(account.id);
    held.current = { store, account };
    const others = await whoWaits();
    const none = { contact: null, busy: false, shell: null, available: [], rounds: [], records: [] };
    setPhase({ is: 'ready', facts: { ...none, account, others } });
    await reload();
    return true;
  }, [reload]);

  const send = useCallback(
    async (hurry = false) => {
      if (running.current) return;
      if (!held.current && !(await open())) return;
      const now = held.current;
      if (!now) return;
      running.current = true;
      tell({ busy: true });
      try {
        const contact = await run({ ...now, hurry, tell: () => void reload() });
        if (contact === 'other') await open();
        tell({ contact: contact === 'other' ? 'ok' : contact });
        if (contact === 'ok') {
          const heard = await ask<{ items: RoundRow[] }>('/api/v1/rounds?status=open&limit=200');
          if (heard.is === 'value') tell({ available: heard.value.items });
        }
        await reload();
      } finally {
        running.current = false;
        tell({ busy: false });
      }
    },
    [open, reload, tell],
  );

  useEffect(() => {
    const soon = () => void send().catch(() => setPhase({ is: 'broken' }));
    soon();
    void keepShell().then((shell) => tell({ shell }));
    const timer = setInterval(() => document.visibilityState === 'visible' && soon(), EVERY_MS);
    const deaf = onChance(soon);
    return () => {
      clearInterval(timer);
      deaf();
      held.current?.store.close();
      held.current = null;
    };
  }, [send, tell]);

  /** What a person did with the store: shown at once, then sent if there is a way. */
  const act = useCallback(
    async <T>(work: (store: Store) => Promise<T>): Promise<T | undefined> => {
      if (!held.current) return undefined;
      const done = await work(held.current.store);
      await reload();
      void askForSync();
      void send();
      return done;
    },
    [reload, send],
  );

  return {
    phase,
    sendNow: () => send(true),
    add: (record: FieldRecord, photos: StoredPhoto[]) => act((store) => store.add(record, photos)),
    amend: (id: string, record: FieldRecord, photos: StoredPhoto[]) => act((store) => store.amend(id, record, photos)),
    decide: (id: string, whose: 'mine' | 'theirs', reason: string, key: string) =>
      act((store) => store.apply(id, { is: 'decided', whose, reason, key })),
    discard: (id: string) => act((store) => store.discard(id)),
    remove: (id: string) => act((store) => store.removeRound(id)),
    photosOf: async (id: string) => (await held.current?.store.photosOf(id)) ?? [],
    take: async (id: string) => {
      await keepStore();
      const heard = await act((store) => takeAlong(store, id, Date.now));
      void keepShell().then((shell) => tell({ shell }));
      return heard;
    },
  };
}

export type Field = ReturnType<typeof useField>;
