import { type Html, html, joined } from '@/lib/format/html';

export type TableRow = { label: string; cells: readonly string[]; href?: string };

type Props = { caption: string; head: readonly string[]; rows: readonly TableRow[]; links?: boolean };

/** The same figures as rows: for readers, for copying, and with the way to what is behind each. Written as text: every chart carries one, and most are never opened. */
export function ChartTable(props: Props) {
  return (
    <table
      className="w-full border-separate border-spacing-0 text-sm"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: Html is made by `html` only, which escapes
      dangerouslySetInnerHTML={{ __html: tableHtml(props).toString() }}
    />
  );
}

function tableHtml({ caption, head, rows, links }: Props): Html {
  return html`<caption class="sr-only">${caption}</caption><thead><tr>${joined(head.map(headHtml))}</tr></thead><tbody>${joined(
    rows.map((row) => rowHtml(row, links)),
  )}</tbody>`;
}

const headHtml = (name: string, column: number): Html =>
  html`<th scope="col" class="border-b border-line-strong py-1.5 font-medium text-ink-3 ${column === 0 ? 'text-left' : 'pl-4 text-right'}">${name}</th>`;

function rowHtml({ label, cells, href }: TableRow, links: boolean | undefined): Html {
  const name = links && href ? html`<a href="${href}" data-soft="" class="text-link">${label}</a>` : label;
  const figures = cells.map((cell) => html`<td class="border-b border-line py-1.5 pl-4 text-right">${cell}</td>`);
  return html`<tr><th scope="row" class="border-b border-line py-1.5 text-left font-normal">${name}</th>${joined(figures)}</tr>`;
}
