import * as bell from 'lucide-react/icons/bell';
import { useTranslations } from 'next-intl';
import { drawing, Glyph } from '@/components/ui/glyph';

const BELL = drawing(bell);
const MOST = 99;

/** A link, and the number of what was not read yet. */
export function Bell({ unread }: { unread: number }) {
  const t = useTranslations('frame');
  const label = unread > 0 ? t('bellUnread', { count: unread }) : t('bell');
  return (
    <a
      href="/notifications"
      data-soft=""
      aria-label={label}
      title={label}
      className="relative inline-flex size-9 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      <Glyph of={BELL} className="size-4.5" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4 font-medium text-on-accent"
        >
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </a>
  );
}
