import { levelOf } from '@/lib/domain/accounts/roles';
import { isWrite, operations } from '../every/operations';
import { type Asker, STRANGERS } from './callers';
import { askFor, type Ground, inLines } from './ground';
import { isOpenTo } from './operations';
import { open, pages } from './pages';
import { parted, plain } from './plain';
import { mayAsk, reaches } from './reach';
import { PLACES, type Where } from './sides';

export const LEVELS = ['prefecture', 'county', 'subdistrict', 'community', 'project'] as const;
export type Level = (typeof LEVELS)[number];

/** The machine's own figures: one installation, whoever's work it does. */
const OF_THE_MACHINE = ['GET /operations', '/operations'];

export const placesOutside = (ground: Ground, level: Level): Where[] => {
  const [one] = askersOf(ground, level);
  return PLACES.filter((where) => one && !reaches(one, 'territory', where));
};

const askersOf = (ground: Ground, level: Level): Asker[] =>
  ground.people.filter(({ role }) => role !== null && levelOf(role) === level);

/** A workbook carries the moment at which it was made; what stands in it is looked at as JSON or page, and cell by cell by its own tests. */
const isWorkbook = ({ path }: { path: string }): boolean => path.endsWith('.xlsx');

/** Everything that can be looked at without naming anything, as everybody of that level sees it. */
export async function everyView(ground: Ground, level: Level): Promise<Map<string, string>> {
  const asked = operations.filter(
    (op) => !op.path.includes('{') && !OF_THE_MACHINE.includes(op.name) && !isWorkbook(op),
  );
  const shown = pages.filter(({ pattern }) => !pattern.includes('[') && !OF_THE_MACHINE.includes(pattern));
  const views = askersOf(ground, level).flatMap((asker) => [
    ...asked
      .filter((op) => !isWrite(op) && isOpenTo(op, asker))
      .map((op) => ({
        name: `${asker.name} ${op.name}`,
        look: () => askFor(ground, asker, op, { who: { cookie: '' } }),
      })),
    ...shown
      .filter(({ may }) => mayAsk(asker, may) && !mayAsk(STRANGERS[0] as Asker, may))
      .map(({ pattern }) => ({ name: `${asker.name} ${pattern}`, look: () => open(ground, asker, 'RSC', pattern) })),
  ]);
  const seen = await inLines(views, async ({ name, look }): Promise<[string, string]> => [name, plain(await look())]);
  return new Map(seen);
}

/** Something of every kind. */
export async function somethingNew({ stage, sides }: Ground, where: Where): Promise<void> {
  const side = sides[where];
  await stage.attachment(side);
  await stage.household(side);
  await stage.picture(side);
  await stage.previewed(side);
  await stage.applied(side);
  await stage.exported(side);
  await stage.account(side);
  await stage.token(side);
  await stage.unit(side);
  await stage.reminder(side);
  await stage.failedJob(side);
}

export const moved = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...before].flatMap(([name, view]) => {
    const apart = parted(view, after.get(name) ?? '');
    return apart ? [`${name}: ${apart}`] : [];
  });
