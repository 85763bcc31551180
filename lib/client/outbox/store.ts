import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { readRecord } from '@/lib/domain/field/formats';
import { type FieldEvent, type Finished, mayAmend, mayDiscard, step } from '@/lib/domain/field/machine';
import type { DoorRecord, FieldRecord, PhotoSlot, SiteSlot, TakenProject, TakenRound } from '@/lib/domain/field/types';

export interface StoredPhoto {
  key: string;
  recordId: string;
  slot: PhotoSlot;
  blob: Blob;
}

interface FieldSchema extends DBSchema {
  rounds: { key: string; value: TakenRound };
  projects: { key: string; value: TakenProject };
  /** As they were written, of whatever format: `readRecord` reads them. */
  records: { key: string; value: RawRecord; indexes: { createdAt: number } };
  photos: { key: string; value: StoredPhoto; indexes: { recordId: string } };
}
type Db = IDBPDatabase<FieldSchema>;

/** Of either a round or a project. */
interface RawRecord {
  id: string;
  roundId?: string;
  projectId?: string;
  createdAt: number;
}

/** What is taken along: rounds for the doors, projects for the site. */
export type Along = 'rounds' | 'projects';
type TakenIn = { rounds: TakenRound; projects: TakenProject };

/**
 * One step per version that was ever out. A step adds and takes nothing away: an application that was kept on the phone since before
 * it must go on to read and deliver (openAs).
 */
export const UPGRADES: readonly ((db: Db) => void)[] = [
  (db) => {
    db.createObjectStore('rounds', { keyPath: 'id' });
    db.createObjectStore('records', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
    db.createObjectStore('photos', { keyPath: 'key' }).createIndex('recordId', 'recordId');
  },
  (db) => void db.createObjectStore('projects', { keyPath: 'id' }),
];

/** A store of one's own for each account: nobody opens another's. */
export const storeName = (accountId: string): string => `anju-field-${accountId}`;

/** A newer application may have been here: then its version is taken as it is. */
async function openAs(name: string): Promise<Db> {
  const callbacks = {
    upgrade: (db: Db, from: number) => {
      for (const upgrade of UPGRADES.slice(from)) upgrade(db);
    },
    blocking: (_: number, __: number | null, event: IDBVersionChangeEvent) => (event.target as IDBDatabase).close(),
  };
  try {
    return await openDB<FieldSchema>(name, UPGRADES.length, callbacks);
  } catch (thrown) {
    if ((thrown as DOMException).name !== 'VersionError') throw thrown;
    return openDB<FieldSchema>(name, undefined, { blocking: callbacks.blocking });
  }
}

export type Store = Awaited<ReturnType<typeof openStore>>;

/** Rounds that were taken along, what was recorded in them, and its photos. Each act is one transaction: killed at any moment, it was or was not. */
export async function openStore(accountId: string) {
  const db = await openAs(storeName(accountId));

  const records = async (): Promise<FieldRecord[]> =>
    (await db.getAllFromIndex('records', 'createdAt')).flatMap((raw) => readRecord(raw) ?? []);

  /** Reads, changes and writes within one transaction; null: it is not there. */
  async function change(id: string, next: (record: FieldRecord) => FieldRecord): Promise<FieldRecord | null> {
    const tx = db.transaction(['records', 'photos'], 'readwrite', { durability: 'strict' });
    const before = readRecord(await tx.objectStore('records').get(id));
    if (!before) return null;
    const after = next(before);
    if (after !== before) await tx.objectStore('records').put(after);
    // the picture of a person's paper has no more to do here
    if (after.state.is === 'sent') await dropPhotos(tx.objectStore('photos'), id);
    await tx.done;
    return after;
  }

  return {
    records,
    rounds: () => db.getAll('rounds'),
    projects: () => db.getAll('projects'),
    taken: <A extends Along>(along: A, id: string) => db.get(along, id) as Promise<TakenIn[A] | undefined>,
    photo: (key: string) => db.get('photos', key),
    photosOf: (recordId: string) => db.getAllFromIndex('photos', 'recordId', recordId),
    putTaken: <A extends Along>(along: A, taken: TakenIn[A]) => db.put(along, taken).then(() => {}),
    change,
    apply: (id: string, event: FieldEvent) => change(id, (record) => step(record, event)),

    /** What is not on the server; written by a newer application, it is not known to be. */
    unsent: async (): Promise<number> =>
      (await db.getAll('records')).filter((raw) => readRecord(raw)?.state.is !== 'sent').length,

    /** A record and its photos, or neither. */
    async add(record: FieldRecord, photos: readonly StoredPhoto[]): Promise<void> {
      const tx = db.transaction(['records', 'photos'], 'readwrite', { durability: 'strict' });
      await tx.objectStore('records').add(record);
      for (const photo of photos) await tx.objectStore('photos').put(photo);
      await tx.done;
    },

    /** Written anew, with all its photos; false when it may have left meanwhile. */
    async amend(id: string, given: DoorRecord, photos: readonly StoredPhoto[]): Promise<boolean> {
      const tx = db.transaction(['records', 'photos'], 'readwrite', { durability: 'strict' });
      const before = readRecord(await tx.objectStore('records').get(id));
      const may = before !== null && mayAmend(before);
      if (may) {
        await dropPhotos(tx.objectStore('photos'), id);
        for (const photo of photos) await tx.objectStore('photos').put(photo);
        const { body, key } = given;
        await tx.objectStore('records').put(step(before, { is: 'amended', body, photos: given.photos, key }));
      }
      await tx.done;
      return may;
    },

    /** By its officer, of what is sure to be here only. */
    async discard(id: string): Promise<boolean> {
      const tx = db.transaction(['records', 'photos'], 'readwrite');
      const record = readRecord(await tx.objectStore('records').get(id));
      const may = record !== null && mayDiscard(record);
      if (may) {
        await dropPhotos(tx.objectStore('photos'), id);
        await tx.objectStore('records').delete(id);
      }
      await tx.done;
      return may;
    },

    /** A picture of a draft, in place of the one that was there; without one that is taken away. */
    async setPhoto(recordId: string, slot: SiteSlot, photo: Omit<StoredPhoto, 'recordId' | 'slot'> | null) {
      const tx = db.transaction(['records', 'photos'], 'readwrite', { durability: 'strict' });
      const photos = tx.objectStore('photos');
      const isDraft = readRecord(await tx.objectStore('records').get(recordId))?.state.is === 'draft';
      if (isDraft) {
        for (const one of await photos.index('recordId').getAll(recordId))
          if (one.slot === slot) await photos.delete(one.key);
        if (photo) await photos.put({ ...photo, recordId, slot });
      }
      await tx.done;
    },

    /** A draft is ready to be sent: with the pictures of these slots, the others go. What was there already when it was refused is not sent twice. */
    async finish(id: string, what: Finished, slots: ReadonlySet<string>, key: string): Promise<FieldRecord | null> {
      const tx = db.transaction(['records', 'photos'], 'readwrite', { durability: 'strict' });
      const before = readRecord(await tx.objectStore('records').get(id));
      if (before?.state.is === 'draft') {
        const photos = tx.objectStore('photos');
        const all = await photos.index('recordId').getAll(id);
        for (const one of all) if (!slots.has(one.slot)) await photos.delete(one.key);
        const there = new Map(before.photos.map((one) => [one.key, one.fileId]));
        const kept = all
          .filter(({ slot }) => slots.has(slot))
          .map((one) => ({ slot: one.slot, key: one.key, fileId: there.get(one.key) ?? null }));
        await tx.objectStore('records').put(step(before, { is: 'finished', what, photos: kept, key }));
      }
      await tx.done;
      return before;
    },

    /** The package goes with what has arrived; what has not stays until it has, or its officer has seen why not. */
    async removeTaken<A extends Along>(along: A, id: string, left?: TakenIn[A]): Promise<void> {
      const tx = db.transaction([along, 'records'], 'readwrite');
      if (left) await tx.objectStore(along).put(left);
      else await tx.objectStore(along).delete(id);
      for (const raw of await tx.objectStore('records').getAll())
        if ((raw.roundId ?? raw.projectId) === id && readRecord(raw)?.state.is === 'sent')
          await tx.objectStore('records').delete(raw.id);
      await tx.done;
    },

    /** Nothing but what waits to be sent: for an account that did not sign out before another came. */
    async keepUnsent(): Promise<number> {
      const tx = db.transaction(['rounds', 'projects', 'records'], 'readwrite');
      await tx.objectStore('rounds').clear();
      await tx.objectStore('projects').clear();
      let kept = 0;
      for (const raw of await tx.objectStore('records').getAll()) {
        if (readRecord(raw)?.state.is === 'sent') await tx.objectStore('records').delete(raw.id);
        else kept++;
      }
      await tx.done;
      return kept;
    },

    close: () => db.close(),
  };
}

type Photos = {
  index: (name: 'recordId') => { getAllKeys: (id: string) => Promise<string[]> };
  delete: (key: string) => Promise<void>;
};

async function dropPhotos(photos: Photos, recordId: string): Promise<void> {
  for (const key of await photos.index('recordId').getAllKeys(recordId)) await photos.delete(key);
}

export const wipeStore = (accountId: string): Promise<void> => deleteDB(storeName(accountId));
