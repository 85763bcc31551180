import { share } from '../../shared/sequence';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORG_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11714: the check character of an organisation's eight. */
function orgCheck(eight: string): string {
  const sum = [...eight].reduce((all, one, at) => all + ORG_CHARACTERS.indexOf(one) * (ORG_WEIGHTS[at] ?? 0), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** 统一社会信用代码 with both of its check characters (GB 32100); the company does not exist. */
export function creditCode(area: string, seed: string): string {
  const eight = Array.from({ length: 8 }, (_, at) =>
    at < 2 ? 'MA'[at] : CHARACTERS[share(`${seed}/${at}`, 'credit code', 10)],
  ).join('');
  const seventeen = `91${area}${eight}${orgCheck(eight)}`;
  let weight = 1;
  let sum = 0;
  for (const character of seventeen) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return `${seventeen}${CHARACTERS[(31 - (sum % 31)) % 31]}`;
}

export const COMPANY_KINDS = [
  'design',
  'construction',
  'supervision',
  'audit',
  'investment',
  'property',
  'testing',
] as const;
export type CompanyKind = (typeof COMPANY_KINDS)[number];

const NAMES: Record<CompanyKind, (place: string) => string> = {
  design: (place) => `云南${place}筑见建筑设计有限公司`,
  construction: (place) => `${place}恒筑建筑工程有限责任公司`,
  supervision: (place) => `云南${place}诚正工程监理有限公司`,
  audit: (place) => `云南${place}明衡工程造价咨询有限公司`,
  investment: (place) => `${place}城市建设投资开发有限公司`,
  property: (place) => `${place}安和物业服务有限公司`,
  testing: (place) => `${place}精测建设工程质量检测有限公司`,
};

export const companyName = (kind: CompanyKind, county: string): string => {
  const place = county.replace(/(县|市|高新区)$/, '');
  return NAMES[kind](kind === 'investment' ? county : place);
};
