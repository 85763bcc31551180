import type { NoticeFacts, RoundFacts } from '@/lib/domain/notices/facts';

const ID = '01900000-0000-7000-8000-000000000001';

export const ROUND: RoundFacts = {
  round: 1,
  attempt: 1,
  name: '第一次征求意见',
  seal: { code: '532302-0012-1-1', rollHash: 'a'.repeat(64), seq: 9, hash: 'b'.repeat(64) },
  households: 3,
  area: '264.99',
  agreeHouseholds: 2,
  agreeArea: '176.66',
  disagreeHouseholds: 0,
  disagreeArea: '0.00',
  abstainHouseholds: 1,
  abstainArea: '88.33',
  tests: [
    {
      name: '总户数2/3且专属面积2/3以上同意',
      clause: 'P三(三)5',
      decides: true,
      passed: true,
      measures: [{ name: '同意户数', percent: '66.67', threshold: '不少于2/3', reached: true }],
    },
  ],
};

export const FACTS: NoticeFacts = {
  scope: { compounds: 1, buildings: 2, households: 3, owners: 3, area: '264.99', areaKind: 'exclusive' },
  compounds: [
    {
      id: ID,
      name: '粮食局家属院',
      place: '金山镇 金山社区',
      address: null,
      buildings: 2,
      households: 3,
      area: '264.99',
      note: null,
    },
  ],
  scheme: null,
  round: null,
};
