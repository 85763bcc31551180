import { inChinese } from '../notices/paper';
import type { OfficialPaper } from '../papers/types';
import type { AcceptanceView, PartyKindView } from './answers';
import { OPINION_LABELS } from './labels';

interface Book {
  project: { code: string; name: string; county: string; entityName: string | null; constructionOn: string | null };
  compounds: readonly { name: string }[];
  attempt: AcceptanceView;
  parties: readonly PartyKindView[];
}

/** What was opined; parties that have not spoken yet keep their line, to be signed on the printed sheet. */
function opinionRows({ attempt, parties }: Book): string[][] {
  const opinions = attempt.opinions.filter(({ retiredReason }) => retiredReason === null);
  return parties.flatMap(({ code, name }) => {
    const given = opinions.filter(({ party }) => party === code);
    return given.length > 0
      ? given.map((one, at) => [
          at === 0 ? name : '',
          one.person ? `${one.name}（${one.person}）` : one.name,
          one.remarks ? `${OPINION_LABELS[one.opinion].zh}。${one.remarks}` : OPINION_LABELS[one.opinion].zh,
        ])
      : [[name, '（签字、盖章）', '']];
  });
}

function conclusionLines({ status, conclusion }: AcceptanceView): string[] {
  if (status === 'draft') return ['各方签署意见后，由县市住建局作出验收结论。'];
  const said = (conclusion ?? '').split('\n').filter(Boolean);
  return [
    status === 'passed'
      ? '经联合竣工验收，同意该项目通过验收。'
      : '经联合竣工验收，该项目未通过验收，整改后重新组织验收。',
    ...said,
  ];
}

/** 联合竣工验收意见书 as an official paper; a draft is what the parties sign. */
export function opinionBook(book: Book): OfficialPaper {
  const { project, compounds, attempt } = book;
  const issuer = `${project.county}住房和城乡建设局`;
  const built = project.constructionOn ? `工程于${inChinese(project.constructionOn)}完工。` : '';
  const entity = project.entityName ? `项目实施单位为${project.entityName}。` : '';
  return {
    issuer,
    documentNo: null,
    title: `${project.name}联合竣工验收意见书`,
    addressee: null,
    body: [
      '一、项目概况',
      `项目编号${project.code}，改造小区${compounds.length}个：${compounds.map(({ name }) => name).join('、')}。${entity}${built}`,
      '二、验收组织',
      `${inChinese(attempt.heldOn)}，由${issuer}会同相关部门、参建单位、镇政府、社区、小区业主委员会或居民自治小组等，在${attempt.place}进行第${attempt.no}次联合竣工验收。`,
      '三、验收结论',
      ...conclusionLines(attempt),
      '四、各方意见',
      attempt.status === 'draft'
        ? '参加验收各方在下表签署意见，并签字、盖章。'
        : '参加验收各方的意见见下表，签字盖章的原件已归入项目档案。',
    ],
    tables: [
      { caption: '各方意见', head: ['参加验收方', '单位（签字人）', '意见'], rows: opinionRows(book), grouped: true },
    ],
    attachments: [],
    signed: issuer,
    date: inChinese(attempt.heldOn),
  };
}
