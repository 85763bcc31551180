import { describe, expect, test } from 'vitest';
import { liftPaper, type StopWorkRecord, stopWorkPaper } from '@/lib/domain/inspections/stop-work-paper';

const compoundId = '0192f0c1-2222-7000-8000-000000000002';
const note: StopWorkRecord = {
  ...{ no: '禄住建停〔2020〕3号', level: 'county', compoundId, reason: '3栋临边无防护', issuedOn: '2020-04-02' },
  issuer: '王丽（县市住建局，禄丰市）',
  names: {
    ...{ prefecture: '楚雄州', county: '禄丰市', project: '北门片区改造', code: '532302-2020-001' },
    compounds: { [compoundId]: '北门小区' },
  },
  findings: [
    {
      ...{ compoundId, place: '3栋屋面', content: '临边没有防护栏杆', grade: 'grave', responsible: '滇中建工' },
      ...{ inspectedOn: '2020-04-01', limitOn: '2020-04-10' },
      ...{ rectification: null, rectifiedOn: null, recheckedOn: null },
    },
  ],
  lifted: null,
};
const lifted: StopWorkRecord = {
  ...note,
  findings: note.findings.map((one) => ({
    ...one,
    ...{ rectification: '已加装护栏', rectifiedOn: '2020-04-05', recheckedOn: '2020-04-06' },
  })),
  lifted: { on: '2020-04-08', reason: '复查合格。', level: 'prefecture', lifter: '李明（州住建局，楚雄州）' },
};

describe('停工通知', () => {
  test('says who stops what, why, what was found, until when, and who wrote it', () => {
    const paper = stopWorkPaper(note);
    expect(paper).toMatchObject({
      issuer: '禄丰市住房和城乡建设局',
      documentNo: '禄住建停〔2020〕3号',
      title: '关于责令北门片区改造停工整改的通知',
      addressee: '滇中建工',
      signed: '禄丰市住房和城乡建设局',
      date: '2020年4月2日',
    });
    expect(paper.body.slice(0, 3)).toEqual([
      '一、停工范围。北门片区改造（项目编号532302-2020-001）北门小区，自2020年4月2日起停止施工。',
      '二、停工原因。3栋临边无防护。',
      '三、存在问题。共1项，部位、程度和整改期限见附表。',
    ]);
    expect(paper.body.at(-1)).toBe('经办人：王丽（县市住建局，禄丰市）。');
    expect(paper.tables[0]?.rows).toEqual([
      ['1', '北门小区 3栋屋面', '临边没有防护栏杆', '严重', '2020-04-01', '2020-04-10'],
    ]);
  });

  test('stays as it was issued when what it names is put right and the work goes on', () => {
    expect(stopWorkPaper(lifted)).toEqual(stopWorkPaper(note));
  });

  test.each([
    ['prefecture', '楚雄州住房和城乡建设局'],
    ['county', '禄丰市住房和城乡建设局'],
    ['supervisor', '北门片区改造监理、质量安全监督'],
  ] as const)('of the level %s it is a paper of %s', (level, office) => {
    expect(stopWorkPaper({ ...note, level })).toMatchObject({ issuer: office, signed: office });
  });

  test('of the whole project; where nobody is named it goes to all who take part, each named once', () => {
    const [one] = note.findings;
    const all = stopWorkPaper({ ...note, compoundId: null, findings: one ? [{ ...one, responsible: null }] : [] });
    expect(all.body[0]).toContain('（项目编号532302-2020-001）整个项目，');
    expect(all.addressee).toBe('北门片区改造各参建单位');
    expect(stopWorkPaper({ ...note, findings: [...note.findings, ...note.findings] }).addressee).toBe('滇中建工');
    const other = note.findings.map((found) => ({ ...found, responsible: '州二建' }));
    const shared = stopWorkPaper({ ...note, findings: [...note.findings, ...other] });
    expect(shared.addressee).toBe('滇中建工、州二建');
    expect(shared.tables[0]?.rows.map((row) => row.at(-1))).toEqual(['滇中建工', '州二建']);
  });
});

describe('复工通知', () => {
  test('there is none while the work stands still', () => expect(liftPaper(note)).toBeNull());

  test('names the note it ends, what was put right, who lifted it and from which day', () => {
    const paper = liftPaper(lifted);
    expect(paper).toMatchObject({
      ...{ issuer: '楚雄州住房和城乡建设局', documentNo: null, title: '关于北门片区改造复工的通知' },
      ...{ addressee: '滇中建工', signed: '楚雄州住房和城乡建设局', date: '2020年4月8日' },
    });
    expect(paper?.body).toEqual([
      '禄丰市住房和城乡建设局于2020年4月2日下发的停工通知（禄住建停〔2020〕3号），所列1项问题已经全部整改，经复查销号，现予解除。',
      '一、复工范围。北门片区改造（项目编号532302-2020-001）北门小区，自2020年4月8日起恢复施工。',
      '二、复工理由。复查合格。',
      '三、整改和复查情况。见附表。',
      '经办人：李明（州住建局，楚雄州）。',
    ]);
    expect(paper?.tables[0]?.rows).toEqual([
      ['1', '北门小区 3栋屋面', '临边没有防护栏杆', '已加装护栏', '2020-04-05', '2020-04-06'],
    ]);
  });
});
