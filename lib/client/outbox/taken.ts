import type { SitePackage } from '@/lib/domain/field/site-package';
import type { TakenProject, TakenRound } from '@/lib/domain/field/types';
import type { RoundPackage } from '@/lib/domain/votes/answers';
import { ask, type Heard } from './ask';
import type { Along, Store } from './store';

type Gone = TakenRound['gone'];
type PackageOf = { rounds: RoundPackage; projects: SitePackage };

/** Where each kind comes from, what is left of it when it has gone, and whether there is still work in it. */
const KINDS: {
  [A in Along]: {
    path: (id: string) => string;
    titleOf: (taken: PackageOf[A]) => string;
    isOpen: (taken: PackageOf[A]) => boolean;
  };
} = {
  rounds: {
    path: (id) => `/api/v1/rounds/${id}/package`,
    // the same compound may have had others
    titleOf: ({ compound, round }) => `${compound.name}（${round.code}）`,
    isOpen: ({ round }) => round.status === 'open',
  },
  projects: {
    path: (id) => `/api/v1/projects/${id}/site`,
    titleOf: ({ project }) => project.name,
    isOpen: ({ project }) => project.status === 'active',
  },
};

/** Takes it along, or says why not. */
export async function takeAlong<A extends Along>(
  store: Store,
  along: A,
  id: string,
  now: () => number,
): Promise<Heard<PackageOf[A]>> {
  const { path, titleOf, isOpen } = KINDS[along];
  const askedAt = now();
  const heard = await ask<PackageOf[A]>(path(id));
  if (heard.is === 'value' && isOpen(heard.value)) {
    const takenAt = (await store.taken(along, id))?.takenAt ?? askedAt;
    const taken = { id, title: titleOf(heard.value), takenAt, askedAt, package: heard.value, gone: null };
    await store.putTaken(along, taken as Parameters<typeof store.putTaken<A>>[1]);
  }
  return heard;
}

/** What has become of something that was taken along: nothing new, newer facts, or it is over and its persons go from the device. */
async function refresh<A extends Along>(
  store: Store,
  along: A,
  taken: A extends 'rounds' ? TakenRound : TakenProject,
  now: () => number,
): Promise<void> {
  if (taken.gone) return;
  const { path, isOpen } = KINDS[along];
  const askedAt = now();
  const heard = await ask<PackageOf[A]>(path(taken.id));
  const gone = goneBy(heard, isOpen);
  const put = (next: object) => next as Parameters<typeof store.putTaken<A>>[1];
  if (gone) await store.removeTaken(along, taken.id, put({ ...taken, package: null, gone }));
  else if (heard.is === 'value') {
    // put back only what is still there: it may have been removed meanwhile
    if (await store.taken(along, taken.id))
      await store.putTaken(along, put({ ...taken, askedAt, package: heard.value }));
  }
}

export async function refreshAll(store: Store, now: () => number): Promise<void> {
  for (const round of await store.rounds()) await refresh(store, 'rounds', round, now);
  for (const project of await store.projects()) await refresh(store, 'projects', project, now);
}

function goneBy<P>(heard: Heard<P>, isOpen: (taken: P) => boolean): Gone {
  if (heard.is === 'value') return isOpen(heard.value) ? null : 'closed';
  if (heard.is !== 'no') return null;
  const { status, code } = heard.no;
  if (status === 404 || (status === 403 && code === 'forbidden')) return 'denied';
  return status === 409 || status === 410 || status === 422 ? 'closed' : null;
}
