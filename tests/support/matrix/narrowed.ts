import { type EveryOperation, isWrite } from '../every/operations';
import type { Example } from '../every/request';
import { fieldsOf, NOBODYS_ID } from '../every/strange';
import type { Asker } from './callers';
import { askFor, type Ground, inLines } from './ground';
import { isOpenTo, leak, lineOf } from './operations';
import { open, type Page } from './pages';
import { parted, plain } from './plain';
import { isAskedFor, mayAsk, reaches } from './reach';
import { PLACES, type Where } from './sides';

/** What a parameter of a list can name in a place, by the parameter's name. */
export type Names = Record<string, string>;

export async function namesIn(ground: Ground, where: Where): Promise<Names> {
  const side = ground.sides[where];
  const [town] = side.county.subdistricts;
  const { id: compound } = await ground.stage.compound(side);
  const token = await ground.stage.token(side);
  const building = await ground.stage.building(side, compound);
  const community = town?.communities[0]?.id ?? '';
  return {
    q: side.mark,
    county: where === 'other county' || where === 'other prefecture' ? side.county.id : '',
    subdistrict: where === 'sibling community' ? '' : (town?.id ?? ''),
    under: where === 'sibling community' ? '' : (town?.id ?? ''),
    community,
    unit: community,
    account: side.clerkId === ground.sides.own.clerkId ? '' : side.clerkId,
    compound,
    building: building.id,
    token: token.id,
    id: compound,
  };
}

const NOTHING: Names = { q: '无此鸟' };
const nothingFor = (field: string): string => NOTHING[field] ?? NOBODYS_ID;

interface Asked {
  asker: Asker;
  where: Where;
  field: string;
  value: string;
}

const outside = (askers: readonly Asker[], names: Map<Where, Names>, fields: readonly string[]): Asked[] =>
  askers.flatMap((asker) =>
    PLACES.filter((where) => isAskedFor(asker, where) && !reaches(asker, 'territory', where)).flatMap((where) =>
      fields.flatMap((field) => {
        const value = names.get(where)?.[field];
        return value ? [{ asker, where, field, value }] : [];
      }),
    ),
  );

/** A list narrowed to what lies elsewhere is the list narrowed to nothing: no rows, no total, no name of it. */
export async function narrowedLists(ground: Ground, op: EveryOperation, example: Example, names: Map<Where, Names>) {
  if (isWrite(op) || !op.spec.query) return [];
  const askers = [...ground.people, ...ground.systems].filter((asker) => isOpenTo(op, asker));
  const { reach } = lineOf(op);
  const cells = outside(askers, names, fieldsOf(op.spec.query)).filter(({ asker }) => reaches(asker, reach, 'own'));
  const faults = await inLines(cells, async ({ asker, where, field, value }) => {
    const query = (put: string) => ({ query: new URLSearchParams({ ...example.query, [field]: put }).toString() });
    const [there, none] = [
      await askFor(ground, asker, op, example, query(value)),
      await askFor(ground, asker, op, example, query(nothingFor(field))),
    ];
    const echoed = [value, nothingFor(field)];
    const apart = parted(plain(there, echoed), plain(none, echoed));
    const leaked = field === 'q' ? null : leak(ground, asker, there);
    return apart || leaked ? `${asker.name}, ?${field} of ${where}: ${leaked ?? apart}` : null;
  });
  return faults.filter((fault) => fault !== null);
}

/** The same of the pages that show lists. */
export async function narrowedPages(ground: Ground, page: Page, id: string, names: Map<Where, Names>) {
  const askers = ground.people.filter((asker) => mayAsk(asker, page.may));
  const faults = await inLines(outside(askers, names, page.narrowed), async ({ asker, where, field, value }) => {
    const address = (put: string) => `${page.pattern.replace('[id]', id)}?${new URLSearchParams({ [field]: put })}`;
    const [there, none] = [
      await open(ground, asker, 'RSC', address(value)),
      await open(ground, asker, 'RSC', address(nothingFor(field))),
    ];
    const echoed = [value, nothingFor(field)];
    const apart = parted(plain(there, echoed), plain(none, echoed));
    return apart && `${asker.name}, ?${field} of ${where}: ${apart}`;
  });
  return faults.filter((fault) => fault !== null);
}
