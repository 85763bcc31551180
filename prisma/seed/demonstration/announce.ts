import { CHUXIONG } from '../places/chuxiong';
import { COUNTY_LETTERS, DEMONSTRATION_PASSWORD } from './people';
import { communitiesOf, townsOf } from './towns';

const counties = CHUXIONG.filter((unit) => unit.kind === 'county');

function countyLine(code: string, name: string): string {
  const letters = (COUNTY_LETTERS[code] ?? code).padEnd(9);
  const [seat] = townsOf(code);
  const communities = communitiesOf(seat?.code ?? '')
    .slice(0, 3)
    .map((unit, index) => `sq${index + 1} ${unit.name}`);
  return `  ${letters} ${name.padEnd(5, '　')} zhen ${seat?.name}；${communities.join('、')}`;
}

/** The demonstration accounts as a compact table: what is printed at each start, and nowhere else. */
export function accountTable(): string {
  return [
    `演示账号 demonstration accounts（密码都是 all with the password: ${DEMONSTRATION_PASSWORD}）`,
    '  用户名 user name = 单位.岗位+序号 unit.post+number，序号 1、2，例如 for example lufeng.zjj1、lufeng.sq1-2、zhou.zjj1',
    '  zhou      楚雄州　　 zjj 州住建局  fgw 州发改委  czj 州财政局  ld 领导',
    '  县市 county: zjj 住建局  fgj 发改局（高新区没有 none in gaoxin）  czj 财政局  ld 领导  ssdw 实施单位  jl 监理  zhen 镇  sq1- sq2- sq3- 社区',
    ...counties.map((unit) => countyLine(unit.code, unit.name)),
  ].join('\n');
}
