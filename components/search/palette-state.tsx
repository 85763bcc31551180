import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { sentencesOf } from '@/lib/client/api';
import type { Searched } from './use-search';

type Props = { searched: Searched; busy: boolean; onAgain: () => void };

/** Where no lines stand: nothing typed yet, nothing found, or no answer. */
export function PaletteState({ searched, busy, onAgain }: Props) {
  const t = useTranslations('frame.search');
  if (searched.state === 'failed')
    return (
      <div role="alert" className="space-y-2 px-2.5 py-4 text-sm">
        <p className="font-medium text-red-ink">{searched.problem.title}</p>
        {sentencesOf(searched.problem).map((sentence) => (
          <p key={sentence} className="text-ink-2">
            {sentence}
          </p>
        ))}
        <Button size="sm" onClick={onAgain} disabled={busy}>
          {t('again')}
        </Button>
      </div>
    );
  const heading = searched.state === 'found' ? t('none', { q: searched.q }) : busy ? t('loading') : t('start');
  return (
    <div className="space-y-2 px-2.5 py-4 text-sm text-ink-2">
      <p className="font-medium text-ink">{heading}</p>
      <p>{t('what')}</p>
      <p>{t('how')}</p>
    </div>
  );
}
