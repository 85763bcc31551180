import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { CommandDialog } from '@/components/ui/command-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { linesOf } from './lines';
import { PaletteList } from './palette-list';
import { PaletteState } from './palette-state';
import { useSearch } from './use-search';

/** A text field over a list (the combobox pattern): the focus stays in the field, the arrows move through the list. Nothing that was looked for is kept: computers of offices are shared. */
export default function SearchPalette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('frame.search');
  const id = useId();
  const [text, setText] = useState('');
  // what an input method is still putting together is no question yet
  const [composing, setComposing] = useState<string | null>(null);
  const { searched, busy, again } = useSearch(text);
  const [chosen, setChosen] = useState({ of: searched, at: 0 });
  const groups = searched.state === 'found' ? linesOf(searched.groups) : [];
  const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  // what was chosen among the former answers says nothing of these
  const active = chosen.of === searched ? Math.min(chosen.at, count - 1) : 0;
  const lineId = (at: number) => `${id}-${at}`;

  function move(to: number) {
    const at = (to + count) % count;
    setChosen({ of: searched, at });
    document.getElementById(lineId(at))?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || count === 0) return;
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Enter') document.getElementById(lineId(active))?.click();
    else return;
    event.preventDefault();
  }

  return (
    <CommandDialog title={t('label')} onClose={onClose}>
      <div className="flex items-center gap-2 border-b border-line px-3 py-2">
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog that consists of a field begins in it
          autoFocus
          type="text"
          role="combobox"
          enterKeyHint="go"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          aria-label={t('label')}
          aria-autocomplete="list"
          aria-expanded={count > 0}
          aria-controls={count > 0 ? `${id}-list` : undefined}
          aria-activedescendant={count > 0 ? lineId(active) : undefined}
          placeholder={t('placeholder')}
          value={composing ?? text}
          onChange={(event) => (composing === null ? setText : setComposing)(event.target.value)}
          onCompositionStart={() => setComposing(text)}
          onCompositionEnd={(event) => {
            setComposing(null);
            setText(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          className="min-h-11 min-w-0 grow bg-transparent px-1 text-base text-ink placeholder:text-ink-3 focus:outline-none"
        />
        <IconButton label={t('close')} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div aria-busy={busy} className="min-h-0 grow overflow-y-auto overscroll-contain p-2">
        {count > 0 && searched.state === 'found' ? (
          <PaletteList
            id={`${id}-list`}
            groups={groups}
            q={searched.q}
            active={active}
            lineId={lineId}
            onPoint={(at) => setChosen({ of: searched, at })}
            onChoose={onClose}
          />
        ) : (
          <PaletteState searched={searched} busy={busy} onAgain={again} />
        )}
      </div>
      <p role="status" className="sr-only">
        {searched.state === 'found' && !busy
          ? count > 0
            ? t('count', { count })
            : t('none', { q: searched.q })
          : busy && t('loading')}
      </p>
    </CommandDialog>
  );
}
