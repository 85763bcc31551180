'use client';

import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';

export interface MenuGroup {
  key: string;
  legend: ReactNode;
  items: readonly { code: string; label: string }[];
}

type Props = { groups: readonly MenuGroup[]; wanted: readonly string[]; onChange: (wanted: string[]) => void };

/** Items of the menu to be ticked, group by group; what is wanted comes out in the menu's order. */
export function MenuGroups({ groups, wanted, onChange }: Props) {
  const chosen = new Set(wanted);
  const codes = groups.flatMap(({ items }) => items.map(({ code }) => code));
  const turn = (code: string, on: boolean) => onChange(codes.filter((one) => (one === code ? on : chosen.has(one))));
  return groups.map(({ key, legend, items }) => (
    <fieldset key={key}>
      <legend className="text-xs text-ink-3">{legend}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {items.map(({ code, label }) => (
          <Checkbox
            key={code}
            label={label}
            checked={chosen.has(code)}
            onChange={(event) => turn(code, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  ));
}
