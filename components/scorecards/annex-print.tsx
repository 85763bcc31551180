import type { SpanTable } from '@/lib/domain/papers/span-table';

/** A form with merged cells on the screen and on A4, upright or across, as its docx. In Chinese whatever the page's language. */
export function AnnexPrint({ table, heading: Heading }: { table: SpanTable; heading: 'h1' | 'h2' }) {
  const { mark, title, head, columns, rows, landscape } = table;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <article lang="zh-CN" className={landscape ? 'official-paper span-paper across' : 'official-paper span-paper'}>
      {mark && <p className="mark">{mark}</p>}
      <Heading>{title}</Heading>
      <p className="number">{head.join('　　')}</p>
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section aria-label={title} tabIndex={0} className="overflow-x-auto focus-inset print:overflow-visible">
        <table className="min-w-[56rem] print:min-w-0">
          <colgroup>
            {columns.map(({ name, width }) => (
              <col key={name} style={{ width: `${((100 * width) / whole).toFixed(2)}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, at) => (
              // A row of a form has no key but its place, and is never moved.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={at}>
                {cells.map(({ text, column, columns: colSpan, rows: rowSpan, left, figure }) => (
                  <td
                    key={columns[column]?.name}
                    {...{ colSpan, rowSpan }}
                    className={left ? undefined : figure ? 'middle tabular-nums' : 'middle'}
                  >
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </article>
  );
}
