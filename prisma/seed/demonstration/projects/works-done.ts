import { choose, share } from '../../shared/sequence';
import { tellInspection } from './inspections';
import { dateOf, hasTaken, idOfPerson, instantOf, photographed, type Told } from './told';

/** Planned items reported complete, the last two days before the report at the latest. */
export function tellCompletions(told: Told): void {
  if (!hasTaken(told, '7.complete')) return;
  const { story, days, members } = told;
  const all = hasTaken(told, '8.submit') || story.at.startsWith('9') || story.at === 'done';
  const end = all ? days['8.submit'] - 2 : -2;
  const span = Math.max(1, end - days.started - 12);
  const photo = photographed(told, told.entity, end, '完工现场', 1);
  for (const member of members) {
    for (const { building, item, answer } of member.items) {
      const seed = `${told.code}/${building ?? ''}/${item}`;
      if (answer !== 'todo' || (!all && share(seed, 'built', 1000) >= (story.built ?? 0))) continue;
      const day = days.started + 12 + share(seed, 'completed', span);
      told.ground.rows.add('item_completion', {
        ...{ project_id: told.id, county_id: told.county.id, compound_id: member.id, building_id: building, item },
        ...{ completed_on: dateOf(told, day), photo_file_id: share(seed, 'photo', 3) === 0 ? photo.id : null },
        ...{ reported_by: idOfPerson(told, told.entity), reported_at: instantOf(told, day, '17:30') },
      });
    }
  }
}

const FOUND = [
  [
    'quality',
    'minor',
    'B-R01',
    '屋面',
    '防水卷材搭接宽度不足100毫米，局部空鼓',
    '空鼓部位割除重铺，搭接宽度复测合格',
    'B-R01-02',
  ],
  [
    'safety',
    'major',
    null,
    '外脚手架',
    '脚手架连墙件间距过大，作业层未满铺脚手板',
    '按专项方案增设连墙件，作业层满铺并挂安全网',
    'S-01',
  ],
  [
    'quality',
    'minor',
    'C-R07',
    '院内道路',
    '路面接茬处高差超过5毫米，雨后积水',
    '接茬处铣刨后重新摊铺，闭水检查无积水',
    'C-R07-02',
  ],
  ['safety', 'minor', null, '楼道', '临时用电未设漏电保护，电缆沿地面拖放', '更换配电箱，电缆架空敷设', 'S-02'],
] as const;

/** Found by the supervisor, put right by the contractor, looked at again: as far as the story says. */
export function tellFindings(told: Told): void {
  if (!hasTaken(told, '7.complete')) return;
  const { story, days, members } = told;
  const states = story.findings ?? (['closed', 'closed'] as const);
  const last = hasTaken(told, '8.submit') ? days['8.submit'] - 12 : -3;
  const supervisor = idOfPerson(told, `${told.county.letters}.jl1`);
  for (const [at, status] of states.entries()) {
    const [kind, grade, item, place, content, done, check] =
      FOUND[(at + share(told.code, 'finding', FOUND.length)) % FOUND.length] ?? FOUND[0];
    const inspected = status === 'open' ? last - 6 : Math.max(days.started + 10, last - 30 - at * 9);
    const isDone = status !== 'open';
    const isClosed = status === 'closed';
    const member = choose(members, `${told.code}/${at}`, 'found in');
    const photo = photographed(told, `${told.county.letters}.jl1`, inspected, '问题照片', at + 2);
    const after = isDone ? photographed(told, told.entity, inspected + 5, '整改后照片', at + 3) : null;
    const findingId = told.ground.next('finding');
    const found = { findingId, check, item, kind, content, photoId: photo.id, day: inspected };
    const inspection = tellInspection(told, member, found);
    told.ground.rows.add('finding', {
      ...{ id: findingId, inspection_id: inspection?.id ?? null, check_code: inspection ? check : null },
      building_id: inspection?.buildingId ?? null,
      ...{
        project_id: told.id,
        county_id: told.county.id,
        compound_id: member.id,
        kind,
        grade,
        item,
        place: `${member.name}${place}`,
        content,
      },
      ...{
        responsible: told.company('construction').name,
        inspected_on: dateOf(told, inspected),
        limit_on: dateOf(told, inspected + 10),
        photo_file_id: photo.id,
      },
      ...{ status, rectified_on: isDone ? dateOf(told, inspected + 5) : null, rectification: isDone ? done : null },
      ...{ rectified_file_id: after?.id ?? null, rectified_by: isDone ? idOfPerson(told, told.entity) : null },
      ...{
        rechecked_on: isClosed ? dateOf(told, inspected + 7) : null,
        recheck_note: isClosed ? '复查合格' : null,
        rechecked_by: isClosed ? supervisor : null,
      },
      ...{
        created_by: supervisor,
        created_at: instantOf(told, inspected, '15:20'),
        updated_at: instantOf(told, isClosed ? inspected + 7 : inspected, '15:40'),
      },
    });
  }
}
