'use client';

import { Check, ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import * as Popover from 'radix-ui/popover';
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
/** Beside the field and not in the flow around it: a dialog or a table that scrolls does not cut it off. */
const list =
  'float-in z-50 max-h-[min(18rem,var(--radix-popover-content-available-height))] w-(--radix-popover-trigger-width) overflow-auto rounded-lg border border-line bg-surface p-1 text-sm shadow-float';
const keepFocus = (event: Event) => event.preventDefault();

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
  const isListed = open && shown.length > 0;
  const label = props['aria-label'] ?? placeholder ?? t('placeholder');

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
      const next = (active + step + shown.length) % Math.max(shown.length, 1);
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
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
    <Popover.Root open={open} onOpenChange={(next) => !next && close()}>
      <Popover.Anchor className="relative">
        {name && <input type="hidden" name={name} value={value} />}
        <input
          ref={input}
          id={id}
          role="combobox"
          autoComplete="off"
          aria-expanded={isListed}
          aria-controls={isListed ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isListed && shown[active] ? `${id}-${active}` : undefined}
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
      </Popover.Anchor>
      <Popover.Content
        {...(isListed ? { id: `${id}-list`, role: 'listbox', 'aria-label': label } : { role: 'presentation' })}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onOpenAutoFocus={keepFocus}
        onCloseAutoFocus={keepFocus}
        onInteractOutside={keepFocus}
        className={list}
      >
        {shown.length === 0 && <p className="px-2 py-1 text-ink-3">{t('empty')}</p>}
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
      </Popover.Content>
      <span role="status" className="sr-only">
        {open && text ? t('results', { count: found.length }) : ''}
      </span>
    </Popover.Root>
  );
}

function narrow(options: readonly ComboOption[], text: string): readonly ComboOption[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return options;
  return options.filter(({ label, note, search }) =>
    [label, note, search].some((part) => part?.toLowerCase().includes(wanted)),
  );
}
