import * as smartphone from 'lucide-react/icons/smartphone';
import { useTranslations } from 'next-intl';
import { type ButtonVariant, buttonStyle } from '@/components/ui/button-style';
import { drawing, Glyph } from '@/components/ui/glyph';

const PHONE = drawing(smartphone);

type Props = { roundId: string; variant?: ButtonVariant };

/** 带到上门登记: for pages of a round that is open. A page of its own takes it along, so this is a link; its text is in `field`. */
export function TakeAlong({ roundId, variant }: Props) {
  const t = useTranslations('field.take');
  return (
    <a href={`/field#take=${roundId}`} className={buttonStyle(variant)}>
      <Glyph of={PHONE} />
      {t('action')}
    </a>
  );
}
