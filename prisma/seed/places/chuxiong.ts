import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { DeclaredUnit } from './types';

const START = calendarDateOf('2000-01-01');
// 禄丰 became a city in 2021; the day within the year is not part of the reference, so the year's first stands for it.
const LUFENG_CITY = calendarDateOf('2021-01-01');

export const PREFECTURE = '532300';

const county = (code: string, name: string, nameEn: string, drc = `${name}发展和改革局`): DeclaredUnit => ({
  kind: 'county',
  code,
  name,
  nameEn,
  parent: PREFECTURE,
  approvers: { feasibility: drc },
  validFrom: START,
});

/** 楚雄州 and its 11 reporting units (domain.md §1), in the order of their codes; the development zone has no code and no 发改局 of its own. */
export const CHUXIONG: DeclaredUnit[] = [
  { kind: 'prefecture', code: PREFECTURE, name: '楚雄州', nameEn: 'Chuxiong Prefecture', validFrom: START },
  county('532301', '楚雄市', 'Chuxiong City'),
  {
    ...county('532302', '禄丰市', 'Lufeng City'),
    validFrom: LUFENG_CITY,
    former: [{ code: '532331', name: '禄丰县', validFrom: START, validTo: LUFENG_CITY }],
  },
  county('532322', '双柏县', 'Shuangbai County'),
  county('532323', '牟定县', 'Mouding County'),
  county('532324', '南华县', 'Nanhua County'),
  county('532325', '姚安县', "Yao'an County"),
  county('532326', '大姚县', 'Dayao County'),
  county('532327', '永仁县', 'Yongren County'),
  county('532328', '元谋县', 'Yuanmou County'),
  county('532329', '武定县', 'Wuding County'),
  county('532300-KFQ', '楚雄高新区', 'Chuxiong High-tech Zone', '楚雄高新区经济发展局'),
];
