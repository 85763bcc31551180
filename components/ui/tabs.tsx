'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cn } from './cn';
import { tabStyle } from './tab-style';

export type Tab = { key: string; label: ReactNode; content: ReactNode };

/** Tabs within one page, by arrow keys too. Tabs that are pages of their own are LinkTabs. */
export function Tabs({ tabs, label, start }: { tabs: readonly Tab[]; label: string; start?: string }) {
  const [active, setActive] = useState(start ?? tabs[0]?.key);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const from = tabs.findIndex(({ key }) => key === active);
    const steps: Record<string, number> = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: tabs.length - 1 };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const to = (wanted + tabs.length) % tabs.length;
    setActive(tabs[to]?.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  }

  return (
    <div>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className="mb-4 flex gap-5 overflow-x-auto border-b border-line"
      >
        {tabs.map(({ key, label: name }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}-tab`}
            aria-controls={`${id}-${key}`}
            aria-selected={key === active}
            tabIndex={key === active ? 0 : -1}
            onClick={() => setActive(key)}
            onKeyDown={move}
            className={tabStyle(key === active)}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map(({ key, content }) => (
        <div
          key={key}
          role="tabpanel"
          id={`${id}-${key}`}
          aria-labelledby={`${id}-${key}-tab`}
          className={cn(key !== active && 'hidden')}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
