import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { markedParts } from '@/lib/domain/search/marks';
import type { Line, LinesOfGroup } from './lines';

type Props = {
  id: string;
  groups: readonly LinesOfGroup[];
  q: string;
  active: number;
  lineId: (at: number) => string;
  onPoint: (at: number) => void;
  onChoose: () => void;
};

/** The page of the field is kept apart and loaded anew; all others are followed within the frame. */
const APART = '/field';

/** Lines are links, so that one can be opened beside this page; the keys are the field's, which keeps the focus. */
export function PaletteList({ id, groups, q, active, lineId, onPoint, onChoose }: Props) {
  const t = useTranslations('frame.search');
  return (
    <div id={id} role="listbox" aria-label={t('results')}>
      {groups.map(({ group, from, lines }) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role, a fieldset may not stand in it
        <div key={group} role="group" aria-labelledby={`${id}-${group}`} className="mb-2 last:mb-0">
          <p id={`${id}-${group}`} className="px-2.5 pt-1 pb-1 text-xs font-medium text-ink-3">
            {t(`groups.${group}`)}
          </p>
          {lines.map((line, at) => (
            <a
              key={line.key}
              id={lineId(from + at)}
              role="option"
              aria-selected={from + at === active}
              tabIndex={-1}
              href={line.href}
              data-soft={line.href === APART ? undefined : ''}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => onPoint(from + at)}
              onClick={onChoose}
              className={cn(
                'flex min-h-10 flex-col justify-center rounded-md px-2.5 py-1.5 pointer-coarse:min-h-12',
                from + at === active && 'bg-accent-soft',
              )}
            >
              <LineText line={line} q={q} />
            </a>
          ))}
        </div>
      ))}
    </div>
  );
}

function LineText({ line, q }: { line: Line; q: string }) {
  const t = useTranslations('frame.search');
  if ('all' in line)
    return <span className="text-sm text-accent-ink">{t('all', { group: t(`groups.${line.all}`) })}</span>;
  return (
    <>
      <span className="text-sm text-ink">
        {markedParts(line.hit.title, q).map(({ at, text, hit }) =>
          hit ? (
            <mark key={at} className="bg-transparent font-semibold text-accent-ink">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
      {line.hit.note && <span className="text-xs text-ink-3">{line.hit.note}</span>}
    </>
  );
}
