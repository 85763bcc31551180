'use client';

import { Button } from '@/components/ui/button';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { unitName } from '@/lib/format/unit-name';
import { Ask } from './ask';
import { useSeasonWords } from './season-words';

type Of = { season: SeasonDetail };
const pathOf = ({ id }: SeasonDetail, rest: string): string => `/api/v1/scorecards/seasons/${id}/${rest}`;

/** 开展年度评价 */
export function OpenSeason({ year }: { year: number }) {
  const { t } = useSeasonWords();
  return (
    <Ask
      title={t('acts.open')}
      trigger={<Button variant="primary">{t('acts.open')}</Button>}
      action={t('acts.open')}
      path="/api/v1/scorecards/seasons"
      done={t('said.opened')}
      body={(said) => ({ ...said, year })}
      questions={[
        { name: 'selfDueOn', label: t('form.selfDueOn'), kind: 'date', required: true },
        { name: 'documentNo', label: t('form.documentNo'), kind: 'text' },
        { name: 'note', label: t('form.note'), kind: 'words' },
        { name: 'fileId', label: t('form.file'), kind: 'file' },
      ]}
    />
  );
}

/** 自评延期, for all counties. */
export function MoveDueAct({ season }: Of) {
  const { t, day } = useSeasonWords();
  return (
    <Ask
      title={t('acts.moveDue')}
      trigger={<Button>{t('acts.moveDue')}</Button>}
      action={t('acts.moveDue')}
      method="PUT"
      path={pathOf(season, 'due')}
      version={season.version}
      done={t('said.dueMoved')}
      questions={[
        {
          ...{ name: 'selfDueOn', label: t('form.newDueOn'), kind: 'date', required: true },
          hint: t('form.newDueHint', { day: day(season.selfDueOn) }),
        },
        { name: 'reason', label: t('form.reason'), kind: 'words', required: true },
      ]}
    />
  );
}

/** What departments and residents say, for the deliberation. */
export function CommentAct({ season }: Of) {
  const { t, locale } = useSeasonWords();
  return (
    <Ask
      title={t('acts.comment')}
      trigger={<Button size="sm">{t('acts.comment')}</Button>}
      action={t('acts.comment')}
      path={pathOf(season, 'comments')}
      done={t('said.comment')}
      questions={[
        {
          ...{ name: 'kind', label: t('form.kind'), kind: 'radio', required: true, initial: 'department' },
          options: [
            { value: 'department', label: t('sheet.department') },
            { value: 'residents', label: t('sheet.residents') },
          ],
        },
        {
          ...{ name: 'countyId', label: t('form.county'), kind: 'select', initial: '' },
          options: [
            { value: '', label: t('form.allCounties') },
            ...season.cards.map(({ county }) => ({ value: county.id, label: unitName(county, locale) })),
          ],
        },
        { name: 'who', label: t('form.who'), kind: 'text', required: true },
        { name: 'text', label: t('form.text'), kind: 'words', rows: 5, required: true },
        { name: 'fileId', label: t('form.file'), kind: 'file' },
      ]}
    />
  );
}

/** 形成初评意见 */
export function DraftAct({ season }: Of) {
  const { t } = useSeasonWords();
  return (
    <Ask
      wide
      title={t('sheet.draftTitle')}
      lead={t('sheet.draftText')}
      trigger={<Button variant="primary">{t('acts.draft')}</Button>}
      action={t('acts.draft')}
      path={pathOf(season, 'deliberation')}
      version={season.version}
      done={t('said.draft')}
      questions={[{ name: 'opinion', label: t('form.opinion'), kind: 'words', rows: 8, required: true }]}
    />
  );
}

/** 定稿, with the consent of the prefecture government. */
export function FinalAct({ season }: Of) {
  const { t } = useSeasonWords();
  return (
    <Ask
      title={t('sheet.finalTitle')}
      lead={t('sheet.finalText')}
      trigger={<Button variant="primary">{t('acts.final')}</Button>}
      action={t('acts.final')}
      path={pathOf(season, 'final')}
      version={season.version}
      done={t('said.final')}
      questions={[
        { name: 'documentNo', label: t('form.consentNo'), kind: 'text', required: true },
        { name: 'documentOn', label: t('form.documentOn'), kind: 'date', required: true },
        { name: 'fileId', label: t('form.file'), kind: 'file' },
      ]}
    />
  );
}
