import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import { type MaintainerKind, maintainerReasons } from './maintainers';

interface Line {
  compoundId: string;
  item: string;
  warrantyUntil?: CalendarDate | null;
  maintainerKind: MaintainerKind;
}

interface Ground {
  compounds: readonly { id: string }[];
  menu: readonly { code: string; key: string; name: string }[];
  acceptedOn: CalendarDate | null;
}

/** One line of the list: of the project's compounds and of the menu, with whoever P四(一)4 lets maintain it. `at`: its place in the request. */
export function lineReasons(line: Line, { compounds, menu, acceptedOn }: Ground, at = ''): Reason[] {
  const reasons: Reason[] = [];
  const item = menu.find(({ code }) => code === line.item);
  if (!compounds.some(({ id }) => id === line.compoundId))
    reasons.push(reason('archive.compoundOfOther', undefined, { field: `${at}compoundId` }));
  if (!item) reasons.push(reason('aftercare.itemUnknown', { found: line.item }, { field: `${at}item` }));
  else reasons.push(...maintainerReasons(item, line.maintainerKind, `${at}maintainerKind`));
  if (line.warrantyUntil && acceptedOn !== null && line.warrantyUntil < acceptedOn)
    reasons.push(
      reason(
        'aftercare.warrantyTooEarly',
        { found: line.warrantyUntil, expected: acceptedOn },
        { field: `${at}warrantyUntil` },
      ),
    );
  return reasons;
}
