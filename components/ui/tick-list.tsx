'use client';

import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { Checkbox } from './checkbox';
import { cn } from './cn';
import { Input } from './input';

export type TickOption = {
  value: string;
  label: string;
  hint?: string;
  /** what it is found by, in small letters */
  search: string;
};

type Props = {
  options: readonly TickOption[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  id?: string;
  /** so many are drawn; the rest is found by typing */
  most: number;
  words: { search: string; chosen: string; nothing: string; more?: string };
  /** beside the search */
  children?: ReactNode;
  /** how high it may become */
  className?: string;
};

/** Several of many: found by typing and ticked. */
export function TickList({ options, chosen, onChange, id, most, words, children, className = 'max-h-96' }: Props) {
  const ownId = useId();
  const [text, setText] = useState('');
  const typed = text.trim().toLowerCase();
  const found = options.filter(({ search }) => search.includes(typed));
  // the dialog stands before forty boxes are drawn in it
  const isOpen = useDeferredValue(true, false);

  function put(value: string, isIn: boolean) {
    const next = new Set(chosen);
    if (isIn) next.add(value);
    else next.delete(value);
    onChange(next);
  }

  return (
    <div className="rounded-lg border border-line">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line p-3">
        <Input
          id={id ?? ownId}
          type="search"
          className="sm:w-72!"
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {children}
        <p role="status" className="ml-auto text-sm text-ink-2">
          {words.chosen}
        </p>
      </div>
      <ul className={cn('divide-y divide-line overflow-auto', className)}>
        {found.slice(0, isOpen ? most : 0).map(({ value, label, hint }) => (
          <li key={value} className="px-3 py-2">
            <Checkbox
              label={label}
              hint={hint}
              checked={chosen.has(value)}
              onChange={(event) => put(value, event.target.checked)}
            />
          </li>
        ))}
        {found.length === 0 && <li className="px-3 py-4 text-sm text-ink-3">{words.nothing}</li>}
      </ul>
      {found.length > most && words.more && (
        <p className="border-t border-line px-3 py-2 text-sm text-ink-3">{words.more}</p>
      )}
    </div>
  );
}
