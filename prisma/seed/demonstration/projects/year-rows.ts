import { choose } from '../../shared/sequence';
import type { County } from './facts';
import { personOf } from './people';
import {
  costOf,
  dateOf,
  filed,
  type Ground,
  hasTaken,
  idOfPerson,
  instantOf,
  type Told,
  titleOf,
  yearAt,
} from './told';

/** 改造申请 with its answer. */
export function tellApplication(told: Told): void {
  if (!hasTaken(told, '5.complete') || told.story.application === 'none') return;
  const { story, days, county, ground, members, year } = told;
  const by = `${county.letters}.zjj1`;
  const status = story.application ?? 'accepted';
  const [first] = members;
  const applicant = first?.committee ? `${first.name}业主委员会` : `${first?.community}居民委员会`;
  const text = {
    title: `${titleOf(told)}申请书`,
    number: null,
    issuer: applicant,
    paragraphs: ['经两次征求意见，同意改造的户数和专有面积均达到三分之二以上，现申请列入年度实施计划。'],
  };
  const file = filed(told, by, days.applied, text);
  const isAnswered = status !== 'submitted';
  // came in when the year's first plan had been confirmed
  ground.rows.add(story.annual === 'draft' ? 'later_application' : 'application', {
    ...{
      project_id: told.id,
      county_id: county.id,
      programme_year_id: ground.year(story.year).id,
      applicant,
      applied_on: dateOf(told, days.applied),
    },
    ...{ reasons: `${year}年改造意愿强烈，设施老化严重，已落实居民出资和长效管理机制`, file_id: file.id, status },
    reply: status === 'returned' ? '居民出资缴存凭证没有附齐，补齐后重新申请' : null,
    ...{
      answered_by: isAnswered ? idOfPerson(told, 'zhou.zjj1') : null,
      answered_at: isAnswered ? instantOf(told, days.applied + 1, '15:10') : null,
    },
    ...{ created_by: idOfPerson(told, by), created_at: instantOf(told, days.applied, '09:15') },
  });
}

interface Version {
  id: string;
  status: 'draft' | 'consented' | 'approved';
  projects: Told[];
}

/** Versions of a county's 年度可行性研究报告: one for those of each pace, the later over all before it as well. */
export function feasibilityVersions(all: readonly Told[]): Version[] {
  const [first] = all;
  if (!first) return [];
  const groups = new Map<string, Told[]>();
  for (const told of all) {
    const waits = told.story.at === '1.complete' && !told.story.feasibility;
    if (waits) continue;
    const key = told.story.feasibility ?? told.story.calendar;
    groups.set(key, [...(groups.get(key) ?? []), told]);
  }
  const ordered = [...groups.values()].sort((a, b) => (a[0]?.days.feasibility ?? 0) - (b[0]?.days.feasibility ?? 0));
  return ordered.map((projects) => ({
    id: first.ground.next('feasibility'),
    status: projects[0]?.story.feasibility ?? 'approved',
    projects,
  }));
}

export function tellFeasibility(versions: readonly Version[]): void {
  const covered: Told[] = [];
  for (const [at, { id, status, projects }] of versions.entries()) {
    const [told] = projects;
    if (!told) continue;
    covered.push(...projects);
    const { county, ground, year, days, story } = told;
    const short = county.short;
    const by = `${county.letters}.zjj1`;
    const title = `${county.name}${year}年度城镇老旧小区改造可行性研究报告`;
    const investment = covered.reduce((sum, one) => sum + costOf(one), 0n);
    const begun = status === 'approved' ? days.consent - 6 : -2;
    const issuer = `${county.name}住房和城乡建设局`;
    const page = (day: number, name: string, number: string | null, from: string, said: string) =>
      ground.files.document(
        {
          prefectureId: county.prefectureId,
          countyId: county.id,
          projectId: null,
          by: idOfPerson(told, by),
          at: instantOf(told, day),
        },
        { title: name, number, paragraphs: [said], issuer: from, date: dateOf(told, day) },
      );
    const report = page(
      begun,
      title,
      null,
      issuer,
      `报告涵盖${covered.length}个项目，对改造必要性、建设内容、投资估算和资金筹措进行了论证。`,
    );
    const [consent, approval] = [status !== 'draft', status === 'approved'];
    const consentDay = approval ? days.consent : -1;
    const consentNo = `${short}政复〔${yearAt(told, consentDay)}〕${at + 12}号`;
    const approvalNo = `${short}发改投资〔${yearAt(told, days.feasibility)}〕${at + 31}号`;
    const approver = ground.person(county.code.endsWith('KFQ') ? by : `${county.letters}.fgj1`).id;
    ground.rows.add('feasibility_report', {
      ...{ id, county_id: county.id, programme_year_id: ground.year(story.year).id, no: at + 1, title, investment },
      summary: `${covered.map((one) => one.story.name).join('、')}共${covered.length}个项目。`,
      ...{ file_id: report.id, file_sha256: report.sha256, status },
      ...{ consent_no: consent ? consentNo : null, consent_on: consent ? dateOf(told, consentDay) : null },
      consent_file_id: consent
        ? page(consentDay, `关于同意${title}的批复`, consentNo, `${county.name}人民政府`, '原则同意，请按程序报批。').id
        : null,
      ...{
        approval_no: approval ? approvalNo : null,
        approval_on: approval ? dateOf(told, days.feasibility) : null,
        approval_body: approval ? county.approves : null,
      },
      approval_file_id: approval
        ? page(
            days.feasibility,
            `关于${title}的批复`,
            approvalNo,
            county.approves,
            '同意该可行性研究报告，请据此开展下一阶段工作。',
          ).id
        : null,
      ...{
        approved_by: approval ? approver : null,
        approved_at: approval ? instantOf(told, days.feasibility, '16:30') : null,
      },
      ...{
        created_by: idOfPerson(told, by),
        created_at: instantOf(told, begun),
        updated_at: instantOf(told, approval ? days.feasibility : begun),
      },
    });
  }
}

const SEATS = [
  ['副组长', '政府分管副县（市）长', '统筹协调'],
  ['成员', '住房和城乡建设局局长', '办公室主任，牵头实施'],
  ['成员', '发展和改革局局长', '可研审批、争取投资'],
  ['成员', '财政局局长', '资金筹措和监管'],
  ['成员', '自然资源局局长', '规划和用地'],
  ['成员', '民政局局长', '社区治理'],
] as const;

/** 领导小组 of a county, headed by the head of its government (P四(一)1). */
export function tellLeadingGroup(ground: Ground, county: County, day: number): void {
  const by = ground.person(`${county.letters}.zjj1`).id;
  const at = instantOf({ ground }, day);
  const no = `${county.short}政办发〔${at.slice(0, 4)}〕${choose([6, 8, 11, 14], county.code, 'leading group')}号`;
  const title = `关于成立${county.name}城镇老旧小区改造工作领导小组的通知`;
  const issuer = county.code.endsWith('KFQ') ? '楚雄高新区管委会办公室' : `${county.name}人民政府办公室`;
  const owner = { prefectureId: county.prefectureId, countyId: county.id, projectId: null, by, at };
  const file = ground.files.document(owner, {
    title,
    number: no,
    paragraphs: ['为加强组织领导，决定成立领导小组，办公室设在住房和城乡建设局。'],
    issuer,
    date: dateOf({ ground }, day),
  });
  const post = county.code.endsWith('KFQ') ? '管委会主任' : county.name.endsWith('市') ? '市长' : '县长';
  ground.rows.add('leading_group', {
    ...{
      county_id: county.id,
      document_no: no,
      document_on: dateOf({ ground }, day),
      file_id: file.id,
      head: personOf(`${county.code}/head`),
      head_post: post,
    },
    members: SEATS.map(([seat, unitPost, duty], index) => ({
      name: personOf(`${county.code}/${index}`),
      post: seat,
      unit: unitPost,
      duty,
    })),
    ...{ created_by: by, created_at: at },
  });
}
