'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { reportDifferences } from '@/lib/domain/progress/differences';
import { contentOfBody, itemNames, type ReportBody } from '@/lib/domain/progress/filled';
import { placeKey } from '@/lib/domain/projects/completions';
import { colon } from '@/lib/format/colon';

type Props = {
  theirs: ReportAnswer;
  mine: ReportBody;
  names: Readonly<Record<string, string>>;
  onTake: () => void;
  onKeep: () => void;
};

/** Somebody else saved in between: what is different stands there, and one of both is chosen. */
export function TheirsBanner({ theirs, mine, names, onTake, onKeep }: Props) {
  const t = useTranslations('progress');
  const locale = useLocale();
  const { content, planned, project } = theirs;
  const { fields, items, photos } = reportDifferences(
    contentOfBody(content, project.stage),
    contentOfBody(mine, project.stage),
  );
  const named = itemNames(planned, names);
  const sum = (fen: string | null) => (fen === null ? '—' : `${BigInt(fen) / 100n}`);
  const lines = [
    ...fields.map(({ field, before, after }) =>
      field === 'investment'
        ? `${t('fields.investment')}${colon(locale)}${sum(before)} / ${sum(after)}`
        : `${t(`fields.${field}`)}${colon(locale)}${before ?? '—'} / ${after ?? '—'}`,
    ),
    ...items.map(
      ({ place, before, after }) =>
        `${named.get(placeKey(place)) ?? place.item}${colon(locale)}${before ?? 0}% / ${after}%`,
    ),
    ...(photos.length > 0 ? [t('review.newPhotos', { count: photos.length })] : []),
  ];
  return (
    <Banner
      live
      tone="amber"
      title={t('form.theirs')}
      list={lines}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="sm" onClick={onTake}>
            {t('form.takeTheirs')}
          </Button>
          <Button size="sm" onClick={onKeep}>
            {t('form.keepMine')}
          </Button>
        </span>
      }
    >
      {t('form.theirsText')}
    </Banner>
  );
}
