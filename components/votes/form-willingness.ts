import type { FormPrint, MenuGroup } from '@/lib/domain/votes/form-print';
import { type Html, html, joined } from '@/lib/format/html';

const SCOPES = { building: '楼栋', compound: '小区' } as const;
const NEEDS = { required: '必改内容', improvement: '提升内容' } as const;

const item = (name: string) =>
  html`<span${name.length > 18 ? html` class="form-long"` : ''}><i class="form-box"></i>${name}</span>`;

const group = ({ scope, necessity, items }: MenuGroup) =>
  html`<div class="form-group"><b>${SCOPES[scope]}<br>${NEEDS[necessity]}</b><p>${joined(items.map(({ name }) => item(name)))}</p></div>`;

/** Round 1: whether, what, and what is worst. */
export function willingnessQuestion({ menu, policy }: FormPrint): Html {
  return html`<section class="form-question"><h3>一、征求意见的内容</h3>
<p class="form-text">根据《${policy.title}》（${policy.documentNo}），拟对本小区实施城镇老旧小区改造。您是否同意本小区实施改造？</p>
<h3>二、希望改造的内容<small>（可选多项，在方框内打“√”）</small></h3>${joined(menu.map(group))}
<h3>三、目前最需要解决的问题</h3><p class="form-rule"></p><p class="form-rule"></p></section>`;
}
