import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Defined } from '@/lib/domain/overview/definitions';

/** Opens what a figure is, in the one panel of the page (NotePanel): sixty plain buttons instead of sixty popovers. */
export function FigureNote({ of }: { of: Defined }) {
  const t = useTranslations('overviewNotes');
  return (
    <button
      type="button"
      data-note={of}
      aria-haspopup="dialog"
      aria-expanded="false"
      aria-label={t('of', { name: t(`names.${of}`) })}
      className="no-print inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-control hover:text-accent pointer-coarse:-my-1.5 pointer-coarse:size-9"
    >
      <CircleHelp aria-hidden="true" className="size-3.5" />
    </button>
  );
}
