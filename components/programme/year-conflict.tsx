'use client';

import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { DiffList } from '@/components/ui/diff-list';
import type { YearAnswer } from '@/lib/domain/programme/answers';
import { valuesOf, type YearValues } from './year-fields';

type Props = {
  theirs: YearAnswer;
  yours: YearValues;
  busy: boolean;
  onKeep: () => void;
  onTake: () => void;
};

const FIELDS = ['targetShare', 'startBy', 'completeBy', 'reportDay'] as const;

/** The second of two people who saved: both versions field by field, and the person decides. */
export function YearConflict({ theirs, yours, busy, onKeep, onTake }: Props) {
  const t = useTranslations('programme');
  const stored = valuesOf(theirs);
  const differences = FIELDS.filter((field) => stored[field] !== yours[field]).map((field) => ({
    field: t(`form.${field}`),
    before: stored[field],
    after: yours[field],
  }));
  return (
    <div className="space-y-4">
      <Banner tone="amber" title={t('conflict.title')} live>
        {t('conflict.text')}
      </Banner>
      <DiffList differences={differences} />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy} onClick={onKeep}>
          {t('conflict.keepMine')}
        </Button>
        <Button onClick={onTake}>{t('conflict.takeTheirs')}</Button>
      </div>
    </div>
  );
}
