import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { NoticeView } from '@/lib/domain/notices/answers';
import { paperOf } from '@/lib/domain/notices/paper';
import { type PaperCell, tableCells } from '@/lib/domain/papers/table-cells';
import type { PaperTable } from '@/lib/domain/papers/types';
import { type Html, html, joined } from '@/lib/format/html';
import { type Denied, refused } from '@/lib/server/answer';
import { noticeText } from './notice-text';

const STYLE = `body{margin:0;background:#fff;color:#161d2b;font:17px/1.9 FangSong,仿宋,STFangsong,"Noto Serif CJK SC",serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}h1{font:600 1.6rem/1.5 "SimSun","Noto Serif CJK SC",serif;text-align:center;margin:1rem 0 .5rem}
.no{text-align:center;color:#434d60;margin:0 0 1.5rem}p{text-indent:2em;margin:.4rem 0}.box{overflow-x:auto;margin:1.2rem 0}
table{width:100%;border-collapse:collapse;font-size:.95rem;line-height:1.6}caption{font-weight:600;padding:.4rem 0}th,td{border:1px solid #555;padding:.3rem .5rem;text-align:left;vertical-align:top;white-space:pre-line}.whole{white-space:nowrap}
th{font-weight:600;white-space:nowrap}.sign{text-align:right;text-indent:0;margin-top:2rem}footer{margin-top:2rem;border-top:1px solid #c6cedb;padding-top:.6rem;font-size:.85rem;color:#434d60}
@media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}main{padding:0;max-width:none}body{font-size:16pt}table{font-size:11pt}tr{break-inside:avoid}}`;

const cellHtml = ({ text, rows, whole }: PaperCell): Html =>
  html`<td rowspan="${rows}"${whole ? html` class="whole"` : ''}>${text}</td>`;
const tableHtml = (table: PaperTable): Html =>
  html`<div class="box"><table>${table.caption ? html`<caption>${table.caption}</caption>` : ''}<thead><tr>${joined(table.head.map((name) => html`<th scope="col">${name}</th>`))}</tr></thead>
<tbody>${joined(tableCells(table).map((cells) => html`<tr>${joined(cells.map(cellHtml))}</tr>`))}</tbody></table></div>`;

/** For the county's own site where residents cannot reach this server: one file, without a script, loading nothing. */
export function staticPage(notice: NoticeView): string | Denied {
  if (notice.status !== 'published' && notice.status !== 'completed') return refused([reason('notices.notPublished')]);
  const paper = paperOf(noticeText(notice));
  const page = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${paper.title}</title>`;
  const body = html`<main><h1>${paper.title}</h1>${paper.documentNo ? html`<p class="no">${paper.documentNo}</p>` : ''}
${joined(paper.body.map((line) => html`<p>${line}</p>`))}
${joined(paper.tables.map(tableHtml))}
<p class="sign">${paper.signed}<br>${paper.date}</p>
<footer>内容校验码（SHA-256）：${notice.hash}</footer></main>`;
  return `<!doctype html><html lang="zh-CN"><head>${page}<style>${STYLE}</style></head><body>${body}</body></html>`;
}
