'use client';

import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHOICE_LABELS } from '@/lib/domain/votes/labels';
import { CHOICES } from '@/lib/domain/votes/types';
import { CHOICE_SHAPES, CHOICE_STYLES, MARK_SHAPES, MARK_STYLES } from './cell-look';
import { Shape } from './shape';

const BOX = 'inline-flex size-4.5 items-center justify-center rounded-sm border';

/** What colours and signs mean. */
export function GridKey() {
  const t = useTranslations('field.grid');
  const locale = useLocale();
  return (
    <ul aria-label={t('key')} className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-ink-2">
      {CHOICES.map((choice) => (
        <li key={choice} className="flex items-center gap-1">
          <span className={cn(BOX, CHOICE_STYLES[choice])}>
            <Shape path={CHOICE_SHAPES[choice]} className="size-3" />
          </span>
          {labelIn(CHOICE_LABELS[choice], locale)}
        </li>
      ))}
      <li className="flex items-center gap-1">
        <span className={cn(BOX, CHOICE_STYLES.none)} />
        {t('undecided')}
      </li>
      <li className="flex items-center gap-1">
        <Shape path={MARK_SHAPES.waiting} className={cn('size-3.5', MARK_STYLES.waiting)} />
        {t('waiting')}
      </li>
    </ul>
  );
}
