'use client';

import * as Slot from 'radix-ui/slot';
import { type KeyboardEvent, type MouseEvent, type ReactElement, useState } from 'react';
import type { MenuEntry } from './dropdown-panel';
import { late, useLate } from './use-late';

type Props = {
  trigger: ReactElement;
  items: readonly MenuEntry[];
  align?: 'start' | 'end';
  label?: string;
};

const PANEL = late(async () => (await import('./dropdown-panel')).DropdownPanel);

/** Until it is asked for it is its button alone: a table has one in each row, and few of them are ever opened. */
export function DropdownMenu({ trigger, items, align = 'end', label }: Props) {
  const [asked, setAsked] = useState<'key' | 'pointer'>();
  const Panel = useLate(PANEL, asked !== undefined, () => setAsked(undefined));
  if (Panel) return <Panel trigger={trigger} items={items} align={align} label={label} byKey={asked === 'key'} />;
  return (
    <Slot.Root
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={PANEL.bring}
      onFocus={PANEL.bring}
      // a click without a pointer is Enter or the space bar
      onClick={({ detail }: MouseEvent) => setAsked(detail === 0 ? 'key' : 'pointer')}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        setAsked('key');
      }}
    >
      {trigger}
    </Slot.Root>
  );
}
