import { dwellingName } from '@/lib/domain/compounds/dwelling-name';
import type { FormPrint, Sheet } from '@/lib/domain/votes/form-print';
import { formatAreaNumber } from '@/lib/format/area';
import { type Html, html, joined } from '@/lib/format/html';
import { groupThousands } from '@/lib/format/number';
import { barCode, qrCode } from './codes';
import { schemeQuestion } from './form-scheme';
import { willingnessQuestion } from './form-willingness';

/** The form is an official paper and is Chinese whatever the language of the screen: its words stand here, not among the messages. */
const ORDINAL = { 1: '第一次', 2: '第二次' } as const;

/** The sheet has room for so much; the whole name stands on the receipt and in the roll. */
const within = (text: string, most: number): string =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;
const MOST_OWNERS = 3;

/** What would take a second line at full size is set smaller. */
const isMuch = (value: string, wide: string): boolean => value.replace(/[!-~]{2}/g, 'x').length > (wide ? 14 : 6);
const cell = (head: string, value: string, wide = '') =>
  html`<div class="form-cell ${wide}"><span>${head}</span><b class="${isMuch(value, wide) ? 'form-much' : ''}">${value}</b></div>`;

const box = (text: string) => html`<span class="form-choice"><i class="form-box"></i>${text}</span>`;
const line = (width: number) => html`<span class="form-line" style="width:${width}mm"></span>`;

function head({ round, compound, places }: FormPrint, { formNo, bars }: Sheet): Html {
  const where = [places.county, places.subdistrict, places.community].filter(Boolean).join('');
  return html`<header class="form-head"><div class="form-number">${barCode(bars, formNo)}<code>${formNo}</code></div>
<h2>征求意见表</h2><p class="form-sub">${where} <b>${compound.name}</b></p>
<p class="form-sub">城镇老旧小区改造${ORDINAL[round.round]}征求意见（第${round.attempt}轮）</p></header>`;
}

function household({ owners, area, ...sheet }: Sheet): Html {
  const first = owners.slice(0, MOST_OWNERS).map(({ name }) => within(name, 24));
  const more = owners.length > MOST_OWNERS ? `等${owners.length}人` : '';
  const names = first.length > 0 ? `${first.join('、')}${more}` : '（户册未登记）';
  return html`<section class="form-home">${cell('楼　　栋', within(sheet.buildingName, 24))}${cell('单　　元', sheet.unitNo || '—')}${cell('房　　号', sheet.room)}${cell('专有面积', `${formatAreaNumber(area)} ㎡`)}
${cell('户册登记的产权人', names, 'form-half')}${cell('产权人姓名（本人填写）', '', 'form-half')}</section>`;
}

function answer(): Html {
  return html`<section class="form-answer"><h3>本户意见<small>（只选一项，在方框内打“√”；改动处请签名）</small></h3>
<p class="form-choices">${box('同　意')}${box('不同意')}${box('弃　权')}</p>
<div class="form-sign"><p>产权人签名（盖章、按指印）：${line(58)}</p><p>日期：${line(14)}年${line(9)}月${line(9)}日</p></div>
<div class="form-sign"><p>${box('授权委托')}　受托人签名：${line(34)}　与产权人关系：${line(22)}</p><p>（须附授权委托书）</p></div>
<div class="form-sign"><p>收集人签名：${line(25)}　收集方式：${box('交回社区')}${box('上门')}${box('会议')}</p><p>日期：${line(14)}年${line(9)}月${line(9)}日</p></div></section>`;
}

function notes({ households, area, test }: FormPrint): Html {
  const counted = test.ofAll
    ? '未交回的和弃权的计入总数，不计入同意。'
    : '弃权的计入参与表决，不计入同意；未交回的不计入参与表决。';
  return html`<section class="form-notes"><p>说明：1. 本小区共 ${groupThousands(String(households))} 户，专有面积合计 ${formatAreaNumber(area)} ㎡。通过的条件（${test.basis}）：${test.name}。${counted}</p>
<p>2. 表上的编号只在本轮、只对本户有效；遗失或者填错的，请到社区重新打印，原表作废。本表只用于本次征求意见，个人信息依法保护。</p></section>`;
}

/** To be cut off and kept: with it the owner sees how the household is recorded. */
function receipt({ round, compound }: FormPrint, sheet: Sheet): Html {
  const { receiptUrl, formNo } = sheet;
  const how = receiptUrl
    ? '扫描二维码或者打开下面的网址，可查看本户登记的意见；结果公示期内可提出异议。请勿将回执码告诉他人。'
    : '凭本回执到社区居民委员会，可查询本户登记的意见；结果公示期内可提出异议。请勿将回执码告诉他人。';
  return html`<footer><p class="form-cut"><span>沿此线剪下，由产权人保存</span></p><div class="form-stub"><div class="form-kept">
<p><b class="form-kind">回执</b>${compound.name}　${dwellingName(sheet)}　${ORDINAL[round.round]}征求意见（第${round.attempt}轮）</p><p>表号 <code>${formNo}</code></p><p>回执码 <code class="form-code">${sheet.receipt}</code></p><p class="form-how">${how}</p>${receiptUrl && html`<p class="form-url"><code>${receiptUrl}</code></p>`}</div>${receiptUrl ? qrCode(receiptUrl, '回执二维码') : ''}</div></footer>`;
}

/** One household's form, one sheet of A4. */
export function formSheet(print: FormPrint, sheet: Sheet): Html {
  const question = print.scheme ? schemeQuestion(print, print.scheme, sheet) : willingnessQuestion(print);
  return html`<article class="form-sheet" lang="zh-CN">${head(print, sheet)}${household(sheet)}${question}${answer()}${notes(print)}${receipt(print, sheet)}</article>`;
}

export const formSheets = (print: FormPrint): Html => joined(print.sheets.map((sheet) => formSheet(print, sheet)));
