import type { FormPrint, SchemePrint, Sheet } from '@/lib/domain/votes/form-print';
import type { ShareRule } from '@/lib/domain/votes/types';
import { type Html, html, joined } from '@/lib/format/html';
import { groupThousands } from '@/lib/format/number';

const RULES: Record<ShareRule, string> = { area: '按专有部分面积所占比例分摊', household: '按户平均分摊' };
/** Six parts of this length fill what one sheet has room for; the whole hangs in the notice. */
const ROOM = 80;

const shortened = (text: string): string => {
  const signs = [...text.replace(/\s+/g, ' ')];
  return signs.length > ROOM ? `${signs.slice(0, ROOM).join('')}……（全文见公示）` : signs.join('');
};

const yuan = (amount: string) => `${groupThousands(amount)} 元`;
const part = ({ name, summary }: SchemePrint['parts'][number]) =>
  html`<div class="form-group form-part"><b>${name}</b><p class="form-prose">${shortened(summary)}</p></div>`;

/** Round 2: the version that is voted on, and what of it falls to this household. */
export function schemeQuestion({ policy }: FormPrint, scheme: SchemePrint, { area, share }: Sheet): Html {
  const { no, title, estimate, ownersShare, shareRule, hash, parts } = scheme;
  return html`<section class="form-question"><h3>一、征求意见的方案</h3>
<p class="form-text">《${title}》第 ${no} 版已按${policy.documentNo}的要求公示。您是否同意按该方案实施改造？</p>
<div class="form-money"><div><span>概　　算</span><b>${yuan(estimate)}</b></div><div><span>业主自筹总额</span><b>${yuan(ownersShare)}</b></div><div class="form-own"><span>本户应分摊</span><b>${yuan(share ?? '0.00')}</b></div></div>
<p class="form-text form-small">分摊方式：${RULES[shareRule]}（本户专有面积 ${area} ㎡；各户之和等于自筹总额）。《中华人民共和国民法典》第二百八十三条：建筑物及其附属设施的费用分摊、收益分配等事项，有约定的，按照约定；没有约定或者约定不明确的，按照业主专有部分面积所占比例确定。</p>
<h3>二、方案的六项内容<small>（摘要；全文见公示，方案校验码 ${hash.slice(0, 16)}）</small></h3>${joined(parts.map(part))}</section>`;
}
