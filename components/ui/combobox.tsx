'use client';

import { Check, ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cn } from './cn';

/** `search`: more letters to be found by, such as pinyin initials. */
export type ComboOption = { value: string; label: string; note?: string; search?: string };

type Props = {
  options: readonly ComboOption[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  /** Given: options come from outside for each text typed, and are not narrowed here. */
  onSearch?: (text: string) => void;
  name?: string;
  id?: string;
  placeholder?: string;
  disabled?: boolean;
  /** Without a Field around it. */
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
};

const shownAtMost = 100;

export function Combobox(props: Props) {
  const { options, onChange, onSearch, name, placeholder, disabled } = props;
  const t = useTranslations('ui.combobox');
  const ownId = useId();
  const id = props.id ?? ownId;
  const [ownValue, setOwnValue] = useState(props.defaultValue ?? '');
  const [text, setText] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);

  const value = props.value ?? ownValue;
  const chosen = options.find((option) => option.value === value);
  const found = onSearch ? options : narrow(options, text ?? '');
  const shown = found.slice(0, shownAtMost);

  function type(next: string) {
    setText(next);
    setOpen(true);
    setActive(0);
    onSearch?.(next);
  }

  function choose(next: string) {
    setOwnValue(next);
    onChange?.(next);
    close();
  }

  function close() {
    setOpen(false);
    setText(undefined);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((current) => (current + step + shown.length) % Math.max(shown.length, 1));
    } else if (event.key === 'Enter' && open && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const option = shown[active];
      if (option) choose(option.value);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    }
  }

  return (
    <div className="relative">
      {name && <input type="hidden" name={name} value={value} />}
      <input
        ref={input}
        id={id}
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && shown[active] ? `${id}-${active}` : undefined}
        aria-label={props['aria-label']}
        aria-describedby={props['aria-describedby']}
        aria-invalid={props['aria-invalid']}
        aria-required={props['aria-required']}
        disabled={disabled}
        placeholder={placeholder ?? t('placeholder')}
        value={text ?? chosen?.label ?? ''}
        onChange={(event) => type(event.target.value)}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
        className="control pr-16"
      />
      <span className="absolute inset-y-0 right-1 flex items-center text-ink-3">
        {value && !disabled && (
          <button
            type="button"
            aria-label={t('clear')}
            title={t('clear')}
            onClick={() => {
              choose('');
              input.current?.focus();
            }}
            className="flex size-7 items-center justify-center rounded-sm hover:text-ink"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        )}
        <ChevronDown aria-hidden="true" className="pointer-events-none mx-1.5 size-4" />
      </span>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={props['aria-label'] ?? placeholder ?? t('placeholder')}
        hidden={!open}
        className="float-in absolute inset-x-0 top-full z-40 mt-1 max-h-72 overflow-auto rounded-lg border border-line bg-surface p-1 text-sm shadow-float"
      >
        {shown.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here, as the combobox pattern asks
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.value === value}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => choose(option.value)}
            className={cn(
              'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2.5 py-1 pointer-coarse:min-h-11',
              index === active && 'bg-sunken',
            )}
          >
            <span className="grow">
              {option.label}
              {option.note && <span className="ml-2 text-ink-3">{option.note}</span>}
            </span>
            {option.value === value && <Check aria-hidden="true" className="size-4 shrink-0 text-accent" />}
          </div>
        ))}
      </div>
      {open && shown.length === 0 && (
        <p className="absolute inset-x-0 top-full z-40 mt-1 rounded-lg border border-line bg-surface px-3 py-2 text-sm text-ink-3 shadow-float">
          {t('empty')}
        </p>
      )}
      <span role="status" className="sr-only">
        {open && text ? t('results', { count: found.length }) : ''}
      </span>
    </div>
  );
}

function narrow(options: readonly ComboOption[], text: string): readonly ComboOption[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return options;
  return options.filter(({ label, note, search }) =>
    [label, note, search].some((part) => part?.toLowerCase().includes(wanted)),
  );
}
