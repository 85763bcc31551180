const twoThirds = { numerator: 2, denominator: 3 };
const half = { numerator: 1, denominator: 2 };
const threeQuarters = { numerator: 3, denominator: 4 };

const part = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, clause: 'P四(三)2/方案' });

/** The programme year names the round's test that decides; the others are shown beside it, each with its legal basis. */
export const votes = {
  rounds: [
    {
      round: 1,
      code: 'willingness',
      name: '第一次征求意见',
      nameEn: 'First vote: willingness',
      test: 'policy-two-thirds',
      clause: 'P三(三)2/表决',
    },
    {
      round: 2,
      code: 'scheme',
      name: '第二次征求意见',
      nameEn: 'Second vote: scheme',
      test: 'policy-two-thirds',
      clause: 'P三(三)5',
    },
  ],
  tests: [
    {
      form: 'of-all',
      code: 'policy-two-thirds',
      name: '总户数2/3且专属面积2/3以上同意',
      nameEn: 'Two thirds of all households and of all area agree',
      households: twoThirds,
      area: twoThirds,
      clause: 'P三(三)5',
    },
    {
      form: 'of-participants',
      code: 'civil-code-majority',
      name: '2/3以上参与表决，参与表决者过半数同意',
      nameEn: 'Two thirds take part, more than half of those agree',
      participation: { owners: twoThirds, area: twoThirds },
      agreement: { owners: half, area: half, strict: true },
      clause: '民法典278',
    },
    {
      form: 'of-participants',
      code: 'civil-code-three-quarters',
      name: '2/3以上参与表决，参与表决者3/4以上同意',
      nameEn: 'Two thirds take part, at least three quarters of those agree',
      participation: { owners: twoThirds, area: twoThirds },
      agreement: { owners: threeQuarters, area: threeQuarters, strict: false },
      clause: '民法典278',
    },
  ],
  schemeParts: [
    part('design', '工程设计方案', 'Engineering design'),
    part('budget', '工程预算', 'Budget'),
    part('fundRaising', '资金筹集方案', 'Fund-raising plan'),
    part('ownersShare', '业主自筹资金额度', "Owners' own amount"),
    part('propertyManagement', '后续物业管理机制', 'Property-management mechanism'),
    part('governance', '社区治理体系建设', 'Community governance'),
  ],
};
