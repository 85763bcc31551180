'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Drafted, Finished } from '@/lib/domain/field/machine';
import type {
  DoorRecord,
  FieldAccount,
  FieldRecord,
  SiteRecord,
  SiteSlot,
  TakenProject,
  TakenRound,
} from '@/lib/domain/field/types';
import type { ProjectRow } from '@/lib/domain/projects/answers';
import type { RoundRow } from '@/lib/domain/votes/answers';
import { newKey } from '../api';
import { ask } from './ask';
import { enter, whoWaits, whoWorks } from './device';
import { askWho, type Contact, mark, run } from './engine';
import { mustAskFirst } from './mark';
import { askForSync, keepShell, keepStore, onChance, type ShellState } from './shell';
import { type Along, openStore, type Store, type StoredPhoto } from './store';
import { takeAlong } from './taken';

export interface FieldFacts {
  account: FieldAccount;
  rounds: TakenRound[];
  projects: TakenProject[];
  records: FieldRecord[];
  /** null: not tried yet */
  contact: Contact | null;
  busy: boolean;
  shell: ShellState | null;
  /** open rounds of the officer's territory, as far as the server was reached */
  available: RoundRow[];
  /** projects that can be taken along: the first of those that were asked for */
  sites: ProjectRow[];
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

const SITES = '/api/v1/projects?status=active&limit=10';

/** Who works here as the server says now, and what it has for him to take along. */
async function offered(): Promise<Partial<FieldFacts>> {
  const account = await whoWorks();
  if (!account) return {};
  const [rounds, sites] = await Promise.all([
    account.does?.doors ? ask<{ items: RoundRow[] }>('/api/v1/rounds?status=open&limit=200') : null,
    account.does?.sites ? ask<{ items: ProjectRow[] }>(SITES) : null,
  ]);
  return {
    account,
    ...(rounds?.is === 'value' ? { available: rounds.value.items } : {}),
    ...(sites?.is === 'value' ? { sites: sites.value.items } : {}),
  };
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
    const [rounds, projects, records] = await Promise.all([store.rounds(), store.projects(), store.records()]);
    await mark(store, account.id);
    tell({ rounds, projects, records });
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
    const none = { contact: null, busy: false, shell: null };
    const empty = { available: [], sites: [], rounds: [], projects: [], records: [] };
    setPhase({ is: 'ready', facts: { ...none, ...empty, account, others } });
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
        if (contact === 'ok') tell(await offered());
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
    amend: (id: string, record: DoorRecord, photos: StoredPhoto[]) => act((store) => store.amend(id, record, photos)),
    decide: (id: string, whose: 'mine' | 'theirs', reason: string, key: string) =>
      act((store) => store.apply(id, { is: 'decided', whose, reason, key })),
    discard: (id: string) => act((store) => store.discard(id)),
    remove: (along: Along, id: string) => act((store) => store.removeTaken(along, id)),
    photosOf: async (id: string) => (await held.current?.store.photosOf(id)) ?? [],
    take: async <A extends Along>(along: A, id: string) => {
      await keepStore();
      const heard = await act((store) => takeAlong(store, along, id, Date.now));
      void keepShell().then((shell) => tell({ shell }));
      return heard;
    },
    /** Of all projects that can be taken along, those that are called like this. */
    find: async (q: string) => {
      const heard = await ask<{ items: ProjectRow[] }>(`${SITES}&q=${encodeURIComponent(q)}`);
      if (heard.is === 'value') tell({ sites: heard.value.items });
    },
    begin: (record: SiteRecord) => act((store) => store.add(record, [])),
    reopen: (id: string) => act((store) => store.apply(id, { is: 'reopened' })),
    /** Kept as it is being written: nothing is shown anew or sent for it. */
    draft: (id: string, values: Drafted) => held.current?.store.apply(id, { is: 'drafted', values }),
    picture: (id: string, slot: SiteSlot, blob: Blob | undefined) =>
      held.current?.store.setPhoto(id, slot, blob ? { key: newKey(), blob } : null),
    finish: (id: string, what: Finished, slots: ReadonlySet<string>) =>
      act((store) => store.finish(id, what, slots, newKey())),
  };
}

export type Field = ReturnType<typeof useField>;
