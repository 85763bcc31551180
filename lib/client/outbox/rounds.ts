import type { TakenRound } from '@/lib/domain/field/types';
import type { RoundPackage } from '@/lib/domain/votes/answers';
import { ask, type Heard } from './ask';
import type { Store } from './store';

const fetchPackage = (id: string): Promise<Heard<RoundPackage>> => ask(`/api/v1/rounds/${id}/package`);

/** What is left of a round that has gone; the same compound may have had others. */
const titleOf = ({ compound, round }: RoundPackage): string => `${compound.name}（${round.code}）`;

/** Takes a round along, or says why not. */
export async function takeAlong(store: Store, id: string, now: () => number): Promise<Heard<RoundPackage>> {
  const askedAt = now();
  const heard = await fetchPackage(id);
  if (heard.is === 'value' && heard.value.round.status === 'open') {
    const takenAt = (await store.round(id))?.takenAt ?? askedAt;
    await store.putRound({ id, title: titleOf(heard.value), takenAt, askedAt, package: heard.value, gone: null });
  }
  return heard;
}

/** What has become of a round that was taken along: nothing new, newer facts, or it is over and its persons go from the device. */
export async function refresh(store: Store, taken: TakenRound, now: () => number): Promise<void> {
  if (taken.gone) return;
  const askedAt = now();
  const heard = await fetchPackage(taken.id);
  const gone = goneBy(heard);
  if (gone) await store.removeRound(taken.id, { ...taken, package: null, gone });
  else if (heard.is === 'value') {
    // put back only what is still there: it may have been removed meanwhile
    if (await store.round(taken.id)) await store.putRound({ ...taken, askedAt, package: heard.value });
  }
}

function goneBy(heard: Heard<RoundPackage>): TakenRound['gone'] {
  if (heard.is === 'value') return heard.value.round.status === 'open' ? null : 'closed';
  if (heard.is !== 'no') return null;
  const { status, code } = heard.no;
  if (status === 404 || (status === 403 && code === 'forbidden')) return 'denied';
  return status === 409 || status === 410 || status === 422 ? 'closed' : null;
}
