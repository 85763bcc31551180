import * as smartphone from 'lucide-react/icons/smartphone';
import { useTranslations } from 'next-intl';
import { type ButtonSize, type ButtonVariant, buttonStyle } from '@/components/ui/button-style';
import { drawing, Glyph } from '@/components/ui/glyph';

const PHONE = drawing(smartphone);

type Props = { of: { round: string } | { project: string }; variant?: ButtonVariant; size?: ButtonSize };

/** 带到手机上: for a round that is open, or a project. A page of its own takes it along, so this is a link; its text is in `field`. */
export function TakeAlong({ of, variant, size }: Props) {
  const t = useTranslations('field.take');
  return (
    <a
      href={'round' in of ? `/field#take=${of.round}` : `/field#take-site=${of.project}`}
      className={buttonStyle(variant, size)}
    >
      <Glyph of={PHONE} />
      {t('action')}
    </a>
  );
}
