import { type CalendarDate, calendarDateOf, daysBetween } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { personOf } from './people';
import { dateOf, filed, hasTaken, idOfPerson, instantOf, photographed, type Told, titleOf } from './told';

const MONTHS = [6, 12, 24];
const NAMES = new Map(chuxiong2020.menu.map(({ code, name }) => [code, name]));

/** The same day so many months later, or the last of that month. */
export function monthsAfter(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return calendarDateOf(
    `${last.toISOString().slice(0, 8)}${String(Math.min(day, last.getUTCDate())).padStart(2, '0')}`,
  );
}

const FAILED = '单元门禁、室外照明未调试完成，雨水井盖沉降3处，整改后重新组织验收';

function partiesOf(told: Told): [party: string, name: string][] {
  const { county, members, company } = told;
  const [first] = members;
  return [
    ['countyBureau', `${county.name}住房和城乡建设局`],
    ['department', `${county.name}自然资源局`],
    ['participant', company('design').name],
    ['participant', company('construction').name],
    ['participant', company('supervision').name],
    ['town', `${first?.town}人民政府`],
    ['community', `${first?.community}居民委员会`],
    ...members.map((one): [string, string] => [
      'owners',
      `${one.name}${one.committee ? '业主委员会' : '居民自治小组'}`,
    ]),
  ];
}

function tellAttempt(told: Told, no: number, day: number, status: 'draft' | 'passed' | 'failed'): void {
  const { rows } = told.ground;
  const bureau = `${told.county.letters}.zjj1`;
  const by = idOfPerson(told, bureau);
  const id = told.ground.next('acceptance');
  const place = { project_id: told.id, county_id: told.county.id };
  const at = instantOf(told, Math.min(day, -1), '08:30');
  // one attempt is under way at a time: the second is written when the first is concluded
  const later = no > 1 ? 'later_' : '';
  rows.add(`${later}acceptance`, {
    id,
    ...place,
    no,
    held_on: dateOf(told, day),
    place: `${told.members[0]?.name}院内`,
    created_by: by,
    created_at: at,
    updated_at: at,
  });
  const parties = partiesOf(told).slice(0, status === 'draft' ? 2 : undefined);
  const text = {
    title: `${titleOf(told)}联合竣工验收签到表`,
    number: null,
    issuer: `${told.county.name}住房和城乡建设局`,
  };
  const said = parties.map(([, name]) => `${name}：${personOf(`${told.code}/${name}`)}`);
  const file = filed(told, bureau, Math.min(day, -1), { ...text, paragraphs: said });
  for (const [party, name] of parties) {
    const objects = status === 'failed' && party === 'owners';
    rows.add(`${later}acceptance_party`, {
      ...{
        acceptance_id: id,
        ...place,
        party,
        name,
        person: personOf(`${told.code}/${name}`),
        opinion: objects ? 'disagree' : 'agree',
      },
      ...{
        remarks: objects ? FAILED : null,
        file_id: file.id,
        file_sha256: file.sha256,
        created_by: by,
        created_at: at,
      },
    });
  }
  if (status === 'draft') return;
  const conclusion = status === 'failed' ? FAILED : '改造内容全部完成，质量合格，资料齐全，同意通过联合竣工验收';
  rows.add(`${later}acceptance_end`, { id, status, conclusion, at: instantOf(told, day, '17:20'), by });
}

export function tellAcceptances(told: Told): void {
  if (!hasTaken(told, '8.confirm')) return;
  const { story, days } = told;
  if (story.failedFirst) tellAttempt(told, 1, days.held - 11, 'failed');
  tellAttempt(told, story.failedFirst ? 2 : 1, days.held, days.held < 0 ? 'passed' : 'draft');
}

const MAINTAINERS: Record<string, [kind: string, name: string]> = {
  'B-R06': ['operator', '供电、供水、燃气经营单位'],
  'B-R07': ['operator', '通信、广电运营单位'],
  'C-R06': ['operator', '供电、供水、通信管线单位'],
};

/** 移交清单 for every item that was done; a few lines are still missing where the stage is not complete. */
export function tellHandover(told: Told): void {
  if (!hasTaken(told, '9.complete')) return;
  const { story, days, members } = told;
  const isDone = hasTaken(told, '10.complete');
  const accepted = dateOf(told, days.held);
  const day = isDone ? days['10.complete'] - 4 : -3;
  for (const member of members) {
    const items = [...new Set(member.items.filter(({ answer }) => answer === 'todo').map(({ item }) => item))].sort();
    for (const item of isDone ? items : items.slice(0, -5)) {
      const own: [string, string] = story.withoutProperty
        ? ['owners', `${member.name}业主自治小组`]
        : ['property', told.company('property').name];
      const [kind, name] = MAINTAINERS[item] ?? own;
      told.ground.rows.add('handover_item', {
        ...{
          project_id: told.id,
          county_id: told.county.id,
          compound_id: member.id,
          item,
          what: `${NAMES.get(item)}（全部）`,
        },
        ...{
          warranty_until: monthsAfter(accepted, ['B-R01', 'B-R04'].includes(item) ? 60 : 24),
          maintainer_kind: kind,
          maintainer: name,
        },
        ...{ created_by: idOfPerson(told, told.entity), created_at: instantOf(told, day, '10:20') },
        updated_at: instantOf(told, day, '10:20'),
      });
    }
  }
}

/** 回访检查: done where its day lies well back, and waiting where it is near, or was missed lately. */
export function tellChecks(told: Told): void {
  const { story, days, ground } = told;
  if (!hasTaken(told, '8.confirm') || days.held >= 0) return;
  for (const months of MONTHS) {
    const due = monthsAfter(dateOf(told, days.held), months);
    const late = daysBetween(due, ground.today);
    const isDone = late > 45;
    const problems = isDone && story.aftercare === 'problems' && months === 12;
    const by = `${told.county.letters}.zjj1`;
    const photo = isDone ? photographed(told, by, -late + 4, '回访照片', months) : null;
    ground.rows.add('aftercare_check', {
      ...{
        project_id: told.id,
        county_id: told.county.id,
        months,
        due_on: due,
        checked_on: isDone ? dateOf(told, -late + 4) : null,
      },
      ...{ result: isDone ? (problems ? 'problems' : 'good') : null },
      remarks: problems
        ? '2号楼单元门闭门器损坏，垃圾分类收集点清运不及时，已责成物业服务企业限期整改'
        : isDone
          ? '设施完好，运行正常'
          : null,
      ...{
        photo_file_id: photo?.id ?? null,
        checked_by: isDone ? idOfPerson(told, by) : null,
        recorded_at: isDone ? instantOf(told, -late + 5, '09:30') : null,
      },
    });
  }
}

/** 六有, attested when the works were handed over. */
export function tellHaves(told: Told): void {
  if (!hasTaken(told, '10.complete')) return;
  const by = `${told.county.letters}.zjj1`;
  for (const [at, member] of told.members.entries()) {
    if (member.planned) continue;
    const photo = photographed(told, by, told.days['10.complete'], '改造后', at + 4);
    for (const { code } of chuxiong2020.sixHaves) {
      const attested = !(code === 'services' && told.story.withoutProperty);
      told.ground.rows.add('compound_have', {
        ...{ compound_id: member.id, have: code, attested, note: attested ? null : '由业主自我管理，暂未配套物业用房' },
        ...{
          photo_file_id: photo.id,
          attested_by: idOfPerson(told, by),
          attested_at: instantOf(told, told.days['10.complete'], '16:20'),
        },
      });
    }
  }
}
