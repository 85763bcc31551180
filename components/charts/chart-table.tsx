import { TextLink } from '@/components/ui/text-link';

export type TableRow = { label: string; cells: readonly string[]; href?: string };

type Props = { caption: string; head: readonly string[]; rows: readonly TableRow[]; links?: boolean };

/** The same figures as rows: for readers, for copying, and with the way to what is behind each. */
export function ChartTable({ caption, head, rows, links }: Props) {
  return (
    <table className="w-full border-separate border-spacing-0 text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head.map((name, index) => (
            <th
              key={name}
              scope="col"
              className={`border-b border-line-strong py-1.5 font-medium text-ink-3 ${index === 0 ? 'text-left' : 'pl-4 text-right'}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cells, href }) => (
          <tr key={label}>
            <th scope="row" className="border-b border-line py-1.5 text-left font-normal">
              {links && href ? <TextLink href={href}>{label}</TextLink> : label}
            </th>
            {cells.map((cell, index) => (
              <td key={head[index + 1]} className="border-b border-line py-1.5 pl-4 text-right">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
