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
  rest?: Readonly<Record<string, string>>;
  fetches?: true;
  publishes?: 'units' | 'notices';
  unnamed?: 404;
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

const addressOf = ({ pattern, rest }: Page, id: string): string =>
  pattern.replace(/\[(\w+)\]/g, (_, name: string) => rest?.[name] ?? id);

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

/** One page, fetched in one way, about one thing in each place; what it answers about nothing is asked once a person. */
interface Round {
  ground: Ground;
  page: Page;
  subjects: Map<Where, string>;
  transport: Transport;
  nothing: Map<string, Promise<Answered>>;
}

interface Cell {
  asker: Asker;
  where: Where;
  id: string;
}

function nowhere({ ground, page, transport, nothing }: Round, asker: Asker): Promise<Answered> {
  const asked = nothing.get(asker.name) ?? open(ground, asker, transport, addressOf(page, NOBODYS_ID));
  nothing.set(asker.name, asked);
  return asked;
}

function cellsOf({ ground, subjects }: Round): Cell[] {
  // a token opens the API and no page: whoever has only that is a stranger
  const systems = ground.systems.map((asker) => ({ ...asker, role: null }));
  const askers: Asker[] = [...STRANGERS, ...systems, ...ground.people];
  const things = subjects.size > 0 ? [...subjects] : [['own', NOBODYS_ID] as const];
  return askers.flatMap((asker) =>
    things.filter(([where]) => isAskedFor(asker, where)).map(([where, id]) => ({ asker, where, id })),
  );
}

const isReached = ({ page }: Round, { asker, where }: Cell): boolean =>
  asker.role === null || reaches(asker, reachOf(page), where);

function openTo({ ground, page, subjects }: Round, { where }: Cell, answer: Answered): string | null {
  const { status, location } = outcome(answer);
  if (status !== 200) return `answered ${status} ${location}`;
  const { mark, wideMark } = ground.sides[where];
  const isShown = subjects.size === 0 || page.fetches || answer.text.includes(mark) || answer.text.includes(wideMark);
  return isShown ? null : 'shows nothing of it';
}

async function faultOf(round: Round, cell: Cell): Promise<string | null> {
  const { ground, page, subjects, transport } = round;
  const { asker, id } = cell;
  const answer = await open(ground, asker, transport, addressOf(page, id));
  // the sign-in page and the gallery show examples of their own
  const isSilent = page.may !== 'strangers' && page.may !== 'nobody' && page.publishes === undefined;
  // what is published is for everybody, wherever it lies
  const leaked = page.publishes === 'notices' ? null : leak(ground, asker, answer, isSilent);
  if (leaked) return leaked;
  const isFor = mayAsk(asker, page.may);
  if (page.unnamed && isFor)
    return outcome(answer).status === page.unnamed ? null : `answered ${outcome(answer).status}`;
  if (isFor && isReached(round, cell)) return openTo(round, cell, answer);
  const turned = isFor ? null : closed(page, asker, answer);
  if (turned || subjects.size === 0) return turned;
  const apart = parted(plain(answer, [id]), plain(await nowhere(round, asker), [id]));
  const { status } = outcome(answer);
  return apart ?? (isFor && status !== 404 ? `answered ${status}` : null);
}

/** Everybody, with the page's own subject of each place. */
export async function pageCells(
  ground: Ground,
  page: Page,
  subjects: Map<Where, string>,
  transport: Transport,
): Promise<string[]> {
  const round: Round = { ground, page, subjects, transport, nothing: new Map() };
  const faults = await inLines(cellsOf(round), async (cell) => {
    const fault = await faultOf(round, cell);
    return fault && `${cell.asker.name}, ${cell.where}: ${fault}`;
  });
  return faults.filter((fault) => fault !== null);
}
