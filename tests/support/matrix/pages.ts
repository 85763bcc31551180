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
  fetches?: true;
}
export const pages: Page[] = Object.entries(PAGES).map(([pattern, entry]) => ({
  pattern,
  narrowed: [],
  ...entry,
}));

export function open(ground: Ground, asker: Asker, transport: Transport, address: string): Promise<Answered> {
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

/** What a page was: in flight data every page is 200, and its end stands in the data. */
function outcome({ status, headers, text }: Answered): { status: number; location: string } {
  const location = (headers.location ?? '').replace(/\?.*$/, '');
  if (!String(headers['content-type']).includes('x-component')) return { status, location };
  const sent = /NEXT_REDIRECT;\w+;([^;?"]*)[^"]*;307/.exec(text);
  if (sent) return { status: 307, location: sent[1] ?? '' };
  return { status: text.includes('NEXT_HTTP_ERROR_FALLBACK;404') ? 404 : status, location };
}

/** How a page turns away whom it is not for: strangers to the sign-in, others as from a page that does not exist. */
function closed({ may }: Page, { role }: Asker, answer: Answered): string | null {
  const { status, location } = outcome(answer);
  const away = role === null && may !== 'nobody' ? '/login' : may === 'strangers' ? '/' : null;
  if (away ? status === 307 && location === away : status === 404) return null;
  return `answered ${status} ${location}, not ${away ? `307 ${away}` : 404}`;
}

/** Everybody, with the page's own subject of each place. */
export async function pageCells(
  ground: Ground,
  page: Page,
  subjects: Map<Where, string>,
  transport: Transport,
): Promise<string[]> {
  // a token opens the API and no page: whoever has only that is a stranger
  const systems = ground.systems.map((asker) => ({ ...asker, role: null }));
  const askers: Asker[] = [...STRANGERS, ...systems, ...ground.people];
  const cells = askers.flatMap((asker) =>
    [...(subjects.size > 0 ? subjects : new Map<Where, string>([['own', NOBODYS_ID]]))]
      .filter(([where]) => isAskedFor(asker, where))
      .map(([where, id]) => ({ asker, where, id })),
  );
  // the sign-in page and the gallery show examples of their own
  const isSilent = page.may !== 'strangers' && page.may !== 'nobody';
  const nothing = new Map<string, Promise<Answered>>();
  const nowhere = (asker: Asker) => {
    const asked = nothing.get(asker.name) ?? open(ground, asker, transport, addressOf(page, NOBODYS_ID));
    nothing.set(asker.name, asked);
    return asked;
  };
  const faults = await inLines(cells, async ({ asker, where, id }) => {
    const answer = await open(ground, asker, transport, addressOf(page, id));
    const fault = leak(ground, asker, answer, isSilent) ?? (await judged(asker, where, { id, answer }));
    return fault && `${asker.name}, ${where}: ${fault}`;
  });
  return faults.filter((fault) => fault !== null);

  async function judged(asker: Asker, where: Where, { id, answer }: { id: string; answer: Answered }) {
    const isFor = mayAsk(asker, page.may);
    const turned = isFor ? null : closed(page, asker, answer);
    const { status, location } = outcome(answer);
    if (turned || (!isFor && subjects.size === 0)) return turned;
    if (isFor && reaches({ ...asker, role: asker.role ?? 'supervisor' }, reachOf(page), where)) {
      if (status !== 200) return `answered ${status} ${location}`;
      return subjects.size === 0 || page.fetches || shows(answer.text, where) ? null : 'shows nothing of it';
    }
    const apart = parted(plain(answer, [id]), plain(await nowhere(asker), [id]));
    return apart ?? (isFor && status !== 404 ? `answered ${status}` : null);
  }

  function shows(text: string, where: Where): boolean {
    const { mark, wideMark } = ground.sides[where];
    return text.includes(mark) || text.includes(wideMark);
  }
}
