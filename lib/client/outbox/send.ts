import { requestBody } from '@/lib/domain/field/bodies';
import { type FieldEvent, step } from '@/lib/domain/field/machine';
import type { FieldRecord } from '@/lib/domain/field/types';
import { addressOf, madeOf } from './address';
import { type Heard, postPhoto, send } from './ask';
import type { Store } from './store';

interface Sending {
  store: Store;
  accountId: string;
  now: () => number;
}

/** What an answer that is no value does to the record. */
function eventOf(heard: Exclude<Heard<unknown>, { is: 'value' }>, { accountId, now }: Sending): FieldEvent {
  return heard.is === 'no' ? { is: 'refused', at: now(), no: heard.no, accountId } : { is: 'unanswered', at: now() };
}

/** Photos first, each kept as arrived at once: killed between two steps, it goes on from there under the same keys. */
export async function deliver(id: string, sending: Sending): Promise<FieldRecord | null> {
  const { store, now } = sending;
  let isMine = false;
  let record = await store.change(id, (before) => {
    const begun = step(before, { is: 'begun' });
    isMine = begun !== before;
    return begun;
  });
  if (!record || !isMine) return record;
  for (const { slot, key, fileId } of record.photos) {
    if (fileId) continue;
    const photo = await store.photo(key);
    if (!photo) continue; // it cannot be that it is not there; the server asks for it then
    const heard = await postPhoto(key, `${slot}.jpg`, photo.blob);
    if (heard.is !== 'value') return store.apply(id, eventOf(heard, sending));
    await store.apply(id, { is: 'photoStored', slot, fileId: heard.value.id });
  }
  record = await store.apply(id, { is: 'leaving' });
  if (!record) return null;
  const heard = await send<unknown>({ ...addressOf(record), key: record.key, body: requestBody(record) });
  if (heard.is !== 'value') return store.apply(id, eventOf(heard, sending));
  return store.apply(id, { is: 'accepted', at: now(), ...madeOf(record, heard.value) });
}
