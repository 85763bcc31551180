import { itemsAt } from '@/lib/domain/inspections/points';
import { choose, share } from '../../shared/sequence';
import { dateOf, idOfPerson, instantOf, type Member, type Told } from './told';

/** Points that hold on every site, of which a look finds some right. */
const EVERYWHERE = [
  ['S-01', 'safety'],
  ['S-02', 'safety'],
  ['S-04', 'safety'],
  ['S-06', 'safety'],
  ['S-12', 'quality'],
  ['S-13', 'quality'],
] as const;

interface Found {
  findingId: string;
  check: string;
  item: string | null;
  kind: string;
  content: string;
  photoId: string;
  day: number;
}

/** Where the point is looked at: the building for an item of a building; null: it is not planned there. */
function placeOf(told: Told, { id, items }: Member, { check, item }: Found): { buildingId: string | null } | null {
  if (item === null) return { buildingId: null };
  const planned = items
    .filter(({ answer }) => answer === 'todo')
    .map((one) => ({ compoundId: id, buildingId: one.building, item: one.item }));
  const there = planned.filter((one) => one.item === item);
  if (there.length === 0) return null;
  const { buildingId } = choose(there, `${told.code}/${check}`, 'inspected at');
  return itemsAt({ compoundId: id, buildingId }, planned).has(item) ? { buildingId } : null;
}

/** The look of the supervisor that found it, with some points that were right; null where the item is not planned. */
export function tellInspection(
  told: Told,
  member: Member,
  found: Found,
): { id: string; buildingId: string | null } | null {
  const place = placeOf(told, member, found);
  if (!place) return null;
  const { rows, next, person } = told.ground;
  const id = next('inspection');
  const username = `${told.county.letters}.jl1`;
  const here = { project_id: told.id, county_id: told.county.id };
  rows.add('inspection', {
    ...{ ...here, id, compound_id: member.id, building_id: place.buildingId, kinds: ['quality', 'safety'] },
    ...{ level: 'supervisor', inspected_on: dateOf(told, found.day), participants: '施工单位项目经理、监理' },
    ...{ device_at: instantOf(told, found.day, '14:50'), inspector: person(username).name },
    ...{ created_by: idOfPerson(told, username), received_at: instantOf(told, found.day, '15:20') },
  });
  const right = EVERYWHERE.filter(([code], at) => code !== found.check && share(`${id}${at}`, 'right', 3) > 0);
  for (const [code, kind] of right)
    rows.add('inspection_check', {
      ...{ ...here, inspection_id: id, code, kind, item: null, result: 'pass' },
      ...{ note: null, photo_file_id: null, sighting: null, finding_id: null },
    });
  rows.add('inspection_check', {
    ...{ ...here, inspection_id: id, code: found.check, kind: found.kind, item: found.item, result: 'fail' },
    ...{ note: found.content, photo_file_id: found.photoId, sighting: 'new', finding_id: found.findingId },
  });
  return { id, buildingId: place.buildingId };
}
