import type { Tone } from '@/components/ui/tone';

export type CompoundRow = {
  name: string;
  county: string;
  year?: string;
  households: string;
  area: string;
  result: string;
  tone: Tone;
  updated: string;
};

export const compoundRows: CompoundRow[] = [
  {
    name: '金山北路供销社住宅区',
    county: '禄丰市',
    year: '1988',
    households: '126',
    area: '10,044.20',
    result: '符合条件',
    tone: 'green',
    updated: '2020-06-30 10:32',
  },
  {
    name: '罗川镇粮食局家属院',
    county: '禄丰市',
    year: '1999',
    households: '300',
    area: '26,499.00',
    result: '符合条件',
    tone: 'green',
    updated: '2020-06-29 17:05',
  },
  {
    name: '广通铁路职工生活区一期二期三期及附属单位宿舍（原昆明铁路局广通机务段）',
    county: '禄丰市',
    year: '1976',
    households: '403',
    area: '38,870.20',
    result: '资料不全',
    tone: 'neutral',
    updated: '2020-06-28 09:11',
  },
  {
    name: '世纪花园',
    county: '禄丰市',
    year: '2000',
    households: '144',
    area: '12,800.00',
    result: '不符合条件',
    tone: 'red',
    updated: '2020-06-27 15:40',
  },
  {
    name: '东河社区自建房片区',
    county: '禄丰市',
    households: '61',
    area: '未填',
    result: '资料不全',
    tone: 'neutral',
    updated: '2020-06-27 15:02',
  },
];

export const counties = [
  '楚雄市',
  '禄丰市',
  '双柏县',
  '牟定县',
  '南华县',
  '姚安县',
  '大姚县',
  '永仁县',
  '元谋县',
  '武定县',
  '楚雄高新区',
];
export const countyFigures = [112, 68, 24, 31, 39, 22, 47, 18, 55, 43, 45];
