import { partFill } from './colours';
import type { Series } from './types';

/** What each colour means, in the order of the parts. */
export function KeyLine({ series }: { series: readonly Series[] }) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {series.map(({ key, label, tone }, index) => (
        <li key={key} className="flex items-center gap-1.5">
          <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5">
            <rect width="10" height="10" rx="2" fill={partFill(index, tone)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
