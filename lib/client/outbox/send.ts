import { type FieldEvent, requestBody, step } from '@/lib/domain/field/machine';
import type { FieldRecord } from '@/lib/domain/field/types';
import type { BallotsAnswer } from '@/lib/domain/votes/answers';
import { type Heard, post, postPhoto } from './ask';
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
  const path = `/api/v1/rounds/${record.roundId}/${record.kind === 'ballot' ? 'ballots' : 'visits'}`;
  const heard = await post<Partial<BallotsAnswer> | null>(path, record.key, requestBody(record));
  if (heard.is !== 'value') return store.apply(id, eventOf(heard, sending));
  const ballotId = heard.value?.ballots?.[0]?.id ?? null;
  return store.apply(id, { is: 'accepted', at: now(), ballotId });
}
