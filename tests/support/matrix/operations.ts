import { tokenAccess } from '@/lib/server/define-route';
import type { Answered } from '@/tests/drill/support/client';
import { type EveryOperation, isWrite } from '../every/operations';
import type { Example } from '../every/request';
import { type Swap, swaps } from '../every/swaps';
import { type Asker, STRANGERS } from './callers';
import { OPERATIONS } from './entries';
import { askFor, type Ground, inLines } from './ground';
import type { Reach, Who } from './lines';
import { parted, plain } from './plain';
import { forbiddenMarks, isAskedFor, mayAsk, reaches } from './reach';
import { PLACES, type Where } from './sides';

export function lineOf({ name }: EveryOperation): { may: Who; reach: Reach } {
  const line = OPERATIONS[name];
  if (!line) throw new Error(`tests/support/matrix/entries.ts has no line for ${name}`);
  return { may: line[0], reach: line[1] };
}

/** Units, people and surveys, for those who have no account. */
const OF_THE_WORLD = ['楚雄鹰', '楚雄州', '禄丰', '双柏', '王丽'];

/** What an answer says that it may not say to this asker. */
export function leak(ground: Ground, asker: Asker, { text, headers }: Answered, isSilent = true): string | null {
  const all = `${text} ${decodeURIComponent(String(headers['content-disposition'] ?? ''))} ${headers.location ?? ''}`;
  const words = [...forbiddenMarks(asker, ground.marks), ...(asker.role || !isSilent ? [] : OF_THE_WORLD)];
  const seen = words.filter((word) => all.includes(word));
  return seen.length > 0 ? `shows ${seen.join(', ')}` : null;
}

export const isOpenTo = (op: EveryOperation, asker: Asker): boolean =>
  mayAsk(asker, lineOf(op).may) && !(asker.isToken && tokenAccess(op.spec as never) === 'never');

/** Who is refused whatever it is about: by status, in a sentence of the API. */
export async function refusedBefore(ground: Ground, op: EveryOperation, example: Example): Promise<string[]> {
  const { may } = lineOf(op);
  const askers = [...STRANGERS, ...ground.people, ...ground.systems].filter((asker) => !isOpenTo(op, asker));
  const faults = await inLines(askers, async (asker) => {
    const answer = await askFor(ground, asker, op, example);
    const wanted = asker.role === null && may !== 'anybody' ? 401 : 403;
    const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
    const leaked = leak(ground, asker, answer);
    if (answer.status === wanted && isProblem && !leaked) return null;
    return `${asker.name}: answered ${answer.status}, not ${wanted}; ${leaked ?? answer.text.slice(0, 100)}`;
  });
  return faults.filter((fault) => fault !== null);
}

interface Cell {
  asker: Asker;
  where: Where | `${Where}, retired` | `${Where}, merged`;
  swap: Swap;
}

export type Examples = Map<Cell['where'], Example>;

/** What each asker may ask and not reach: every id of the request that lies there. */
export function foreignCells(
  ground: Ground,
  op: EveryOperation,
  example: Example,
  others: Map<Cell['where'], Example>,
) {
  const { reach } = lineOf(op);
  const askers = [...ground.people, ...ground.systems].filter((asker) => isOpenTo(op, asker));
  return [...others].flatMap(([name, other]) => {
    const where = name.split(',')[0] as Where;
    const outside = askers.filter((asker) => isAskedFor(asker, where) && !reaches(asker, reach, where));
    return swaps(example, other).flatMap((swap) => outside.map((asker): Cell => ({ asker, where: name, swap })));
  });
}

const isGone = (status: number) => status === 404;

/** Reached, and told by the rule that this step of it is somebody else's: whose, the tests of the rule say. */
const RULE_SAYS_WHO = [
  'stage.notYours',
  'archive.notYours',
  'application.bureauAnswers',
  'annual.wholePrefecture',
  'project.notImplementing',
  'stopWork.liftedBy.county',
  'payment.own',
  'payment.notOwn',
  'complaint.notAssigned',
  'report.reviewedBySender',
  'report.correctionOwn',
];
const isByRule = ({ status, text }: Pick<Answered, 'status' | 'text'>): boolean =>
  status === 422 && RULE_SAYS_WHO.some((code) => text.includes(`"${code}"`));

/** What lies elsewhere is answered as what does not exist: the same status, headers and body. */
export async function toldApartCells(ground: Ground, op: EveryOperation, example: Example, cells: Cell[]) {
  const nowhere = new Map<string, Promise<Answered>>();
  const nothing = (asker: Asker, { what, nowhere: change }: Swap) => {
    const key = `${asker.name} ${what}`;
    const asked = nowhere.get(key) ?? askFor(ground, asker, op, example, change);
    nowhere.set(key, asked);
    return asked;
  };
  const faults = await inLines(cells, async ({ asker, where, swap }) => {
    const there = await askFor(ground, asker, op, example, swap.foreign);
    const none = await nothing(asker, swap);
    const inPath = swap.foreign.params !== undefined;
    const apart = parted(plain(there, swap.ids), plain(none, swap.ids));
    const leaked = leak(ground, asker, there);
    // whom the rule turns away at the project is told so, whatever part of it was named
    const gone = isGone(there.status) || isByRule(there);
    const right = swap.mayAnswer || (inPath ? gone : there.status >= 400 && there.status < 500);
    if (right && !apart && !leaked) return null;
    return `${asker.name}, ${swap.what} of ${where}: ${leaked ?? apart ?? `answered ${there.status}`}`;
  });
  return faults.filter((fault) => fault !== null);
}

/** An operation whose doing ends or changes the asker's own session, or counts up to a limit: done where it is about that. */
const ABOUT_ONESELF = ['POST /password', 'POST /sign-out', 'PATCH /me/locale'];

export async function reachedCells(ground: Ground, op: EveryOperation): Promise<string[]> {
  if (ABOUT_ONESELF.includes(op.name)) return [];
  const { reach } = lineOf(op);
  const places = isWrite(op) ? (['own'] as const) : PLACES;
  const askers = [...ground.people, ...ground.systems].filter((asker) => isOpenTo(op, asker));
  const cells = places.flatMap((where) =>
    askers.filter((asker) => reaches(asker, reach, where)).map((asker) => ({ asker, where })),
  );
  const fault = async ({ asker, where }: (typeof cells)[number]) => {
    // what was done to a thing can't be done to it again: each writes about its own
    const example = await ground.example(op, where);
    const answer = await askFor(ground, asker, op, example);
    const isRule = isByRule(answer);
    const said = answer.status < 300 || isRule ? null : `answered ${answer.status} ${answer.text.slice(0, 160)}`;
    const silent =
      !isRule && isAboutOne(op) && !shows(answer, example, ground.sides[where].mark) ? 'shows nothing of it' : null;
    const wrong = leak(ground, asker, answer) ?? said ?? silent;
    return wrong && `${asker.name}, ${where}: ${wrong}`;
  };
  // two who write at once may be told to come again
  const faults = await inLines(cells, fault, isWrite(op) ? 1 : 8);
  return faults.filter((wrong) => wrong !== null);
}

/** Answers with the one thing that the address names. */
const isAboutOne = (op: EveryOperation): boolean =>
  !isWrite(op) && op.path.endsWith('{id}') && !op.spec.produces && lineOf(op).reach !== 'shared';

const shows = ({ text }: Answered, { params = {} }: Example, mark: string): boolean =>
  text.includes(mark) || Object.values(params).some((id) => text.includes(id));
