import { tableCells } from '@/lib/domain/papers/table-cells';
import type { OfficialPaper, PaperTable } from '@/lib/domain/papers/types';

function DocumentTable(table: PaperTable) {
  const { caption, head, cards } = table;
  const isWide = head.length > 4 && !cards;
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroll-sign my-4 overflow-x-auto focus-inset print:overflow-visible"
    >
      {/* many columns scroll sideways on a phone rather than stand two signs wide, or are cards */}
      <table className={isWide ? 'max-sm:min-w-[38rem]' : cards ? 'card-table' : undefined}>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableCells(table).map((cells, at) => (
            // A row of a paper has no key but its place, and is never moved.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at}>
              {cells.map(({ text, column, rows, whole }) => (
                <td
                  key={head[column]}
                  rowSpan={rows}
                  className={whole ? 'whole' : undefined}
                  {...(cards && (column === 0 ? { 'data-primary': '' } : { 'data-label': head[column] }))}
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** An official paper on the screen, and on A4. In Chinese whatever the page's language. */
export function PaperDocument({ paper, heading: Heading }: { paper: OfficialPaper; heading: 'h1' | 'h2' }) {
  return (
    <article lang="zh-CN" className={paper.compact ? 'official-paper compact' : 'official-paper'}>
      <Heading>{paper.title}</Heading>
      {paper.documentNo && <p className="number">{paper.documentNo}</p>}
      {paper.addressee && <p className="addressee">{paper.addressee}：</p>}
      {paper.body.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may say the same, and none is moved
        <p key={at}>{line}</p>
      ))}
      {paper.tables.map((table) => (
        <DocumentTable key={table.caption ?? table.head.join()} {...table} />
      ))}
      <p className="signed">
        {paper.signed}
        <br />
        {paper.date}
      </p>
    </article>
  );
}
