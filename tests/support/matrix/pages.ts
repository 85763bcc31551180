import type { Answered } from '@/tests/drill/support/client';
import { operations } from '../every/operations';
import { NOBODYS_ID } from '../every/strange';
import { type Asker, STRANGERS } from './callers';
import { PAGES } from './entries';
import { ask, type Ground, inLines } from './ground';
import { leak, lineOf } from './operations';
import { parted, plain } from './plain';
import { isAskedFor, mayAsk, reaches } from './reach';
import { PLACES, type Where } from './sides';

/** As a browser opens a page, and as the application fetches it when a link is followed. */
export const TRANSPORTS = ['HTML', 'RSC'] as const;
type Transport = (typeof TRANSPORTS)[number];

export interface Page {
  pattern: string;
  may: (typeof PAGES)[string]['may'];
  of?: string;
  narrowed: readonly string[];
}
export const pages: Page[] = Object.entries(PAGES).map(([pattern, entry]) => ({
  pattern,
  narrowed: [],
  ...entry,
}));

function open(ground: Ground, asker: Asker, transport: Transport, address: string): Promise<Answered> {
  if (transport === 'HTML') return ask(ground, asker, { path: address });
  const path = `${address}${address.includes('?') ? '&' : '?'}_rsc`;
  return ask(ground, asker, { path, headers: { rsc: '1' } });
}

const addressOf = ({ pattern }: Page, id: string): string => pattern.replace(/\[\w+\]/g, id);

/** The number of what a page shows, in each place. */
export async function subjectsOf(ground: Ground, { of }: Page): Promise<Map<Where, string>> {
  const found = new Map<Where, string>();
  const op = operations.find(({ name }) => name === of);
  if (of && !op) throw new Error(`tests/support/matrix/entries.ts: there is no ${of}`);
  if (op) for (const where of PLACES) found.set(where, (await ground.example(op, where)).params?.id ?? '');
  return found;
}

const reachOf = ({ of }: Page) => {
  const op = operations.find(({ name }) => name === of);
  return op ? lineOf(op).reach : 'shared';
};

/** How a page turns away whom it is not for: strangers to the sign-in, others as from a page that does not exist. */
function closed({ may }: Page, { role }: Asker, { status, headers }: Answered): string | null {
  const away = role === null && may !== 'nobody' ? '/login' : may === 'strangers' ? '/' : null;
  const sentAway = status === 307 && headers.location?.replace(/\?.*$/, '') === away;
  if (away ? sentAway : status === 404) return null;
  return `answered ${status} ${headers.location ?? ''}, not ${away ? `307 ${away}` : 404}`;
}

/** Everybody, with the page's own subject of each place. */
export async function pageCells(ground: Ground, page: Page, transport: Transport): Promise<string[]> {
  const subjects = await subjectsOf(ground, page);
  // a token opens the API and no page: whoever has only that is a stranger
  const systems = ground.systems.map((asker) => ({ ...asker, role: null }));
  const askers: Asker[] = [...STRANGERS, ...systems, ...ground.people];
  const cells = askers.flatMap((asker) =>
    [...(subjects.size > 0 ? subjects : new Map<Where, string>([['own', NOBODYS_ID]]))]
      .filter(([where]) => isAskedFor(asker, where))
      .map(([where, id]) => ({ asker, where, id })),
  );
  const nothing = new Map<string, Promise<Answered>>();
  const nowhere = (asker: Asker) => {
    const asked = nothing.get(asker.name) ?? open(ground, asker, transport, addressOf(page, NOBODYS_ID));
    nothing.set(asker.name, asked);
    return asked;
  };
  const faults = await inLines(cells, async ({ asker, where, id }) => {
    const answer = await open(ground, asker, transport, addressOf(page, id));
    const fault = leak(ground, asker, answer) ?? (await judged(page, asker, where, { id, answer, nowhere }));
    return fault && `${asker.name}, ${where}: ${fault}`;
  });
  return faults.filter((fault) => fault !== null);

  async function judged(
    { may, of }: Page,
    asker: Asker,
    where: Where,
    { id, answer, nowhere }: { id: string; answer: Answered; nowhere: (asker: Asker) => Promise<Answered> },
  ): Promise<string | null> {
    const isOpen = mayAsk(asker, may) && reaches({ ...asker, role: asker.role ?? 'supervisor' }, reachOf(page), where);
    if (!isOpen && !mayAsk(asker, may)) {
      const turned = closed(page, asker, answer);
      if (turned || !of) return turned;
    }
    if (!isOpen) {
      const apart = parted(plain(answer, [id]), plain(await nowhere(asker), [id]));
      const isGone = answer.status === 404 || !mayAsk(asker, may);
      return apart ?? (isGone ? null : `answered ${answer.status}`);
    }
    if (answer.status !== 200) return `answered ${answer.status} ${answer.headers.location ?? ''}`;
    return of && !answer.text.includes(ground.marks[where]) ? 'shows nothing of it' : null;
  }
}
