'use client';

import { useLocale } from 'next-intl';
import { ActButton } from '@/components/forms/act-button';
import { Button } from '@/components/ui/button';
import type { BonusAnswer, DisputeAnswer, ScorecardAnswer, VetoAnswer } from '@/lib/domain/scorecards/season/answers';
import { colon } from '@/lib/format/colon';
import { pointsText } from '../score-words';
import { Ask } from './ask';
import { proofQuestions } from './criterion-acts';
import { useSeasonWords } from './season-words';

type Of = { card: ScorecardAnswer; county: string };
const pathOf = ({ id }: ScorecardAnswer, rest: string): string => `/api/v1/scorecards/${id}/${rest}`;

/** 提交自评: the facts are frozen. */
export function SubmitAct({ card, county }: Of) {
  const { t } = useSeasonWords();
  return (
    <ActButton
      label={t('acts.submit')}
      title={t('submitTitle', { county, year: String(card.season.year) })}
      description={t('submitText')}
      path={pathOf(card, 'submission')}
      version={card.version}
      done={t('said.submitted')}
      primary
    />
  );
}

/** 完成复核: the county sees it and may dispute. */
export function CompleteAct({ card, county, days }: Of & { days: number }) {
  const { t } = useSeasonWords();
  return (
    <ActButton
      label={t('acts.complete')}
      title={t('completeTitle', { county })}
      description={t('completeText', { days })}
      path={pathOf(card, 'review')}
      version={card.version}
      done={t('said.completed')}
      primary
    />
  );
}

/** 按记录转入复核: the county did not submit, and its time is over. */
export function TakeInAct({ card, county }: Of) {
  const { t } = useSeasonWords();
  return (
    <Ask
      title={t('takeInTitle', { county })}
      lead={t('takeInText')}
      trigger={<Button variant="primary">{t('acts.takeIn')}</Button>}
      action={t('acts.takeIn')}
      path={pathOf(card, 'taking-in')}
      version={card.version}
      done={t('said.takenIn')}
      questions={[{ name: 'reason', label: t('form.reason'), kind: 'words', required: true }]}
    />
  );
}

/** What nobody gave an opinion on, as it was self-scored, or as recorded where the county did not score itself. */
export function RestAct({ card }: Pick<Of, 'card'>) {
  const { t } = useSeasonWords();
  const act = t(card.submitted?.takenIn ? 'acts.restRecords' : 'acts.rest');
  return (
    <Ask
      title={act}
      trigger={<Button>{act}</Button>}
      action={act}
      path={pathOf(card, 'review/rest')}
      version={card.version}
      done={t('said.rest')}
      questions={[{ name: 'reason', label: t('form.reason'), kind: 'words', required: true }]}
    />
  );
}

export function ReturnAct({ card }: Pick<Of, 'card'>) {
  const { t } = useSeasonWords();
  return (
    <Ask
      title={t('acts.return')}
      trigger={<Button>{t('acts.return')}</Button>}
      action={t('acts.return')}
      path={pathOf(card, 'return')}
      version={card.version}
      done={t('said.returned')}
      questions={[{ name: 'reason', label: t('form.reason'), kind: 'words', required: true }]}
    />
  );
}

/** 自评报告 in the county's own words. */
export function ReportAct({ card }: Pick<Of, 'card'>) {
  const { t } = useSeasonWords();
  const { report } = card;
  return (
    <Ask
      wide
      title={t('report.title')}
      trigger={<Button size="sm">{t('acts.report')}</Button>}
      action={t('acts.report')}
      method="PUT"
      path={pathOf(card, 'report')}
      version={report.version}
      done={t('said.report')}
      questions={(['summary', 'problems', 'nextSteps'] as const).map((name) => ({
        ...{ name, label: t(`form.${name}`), kind: 'words', rows: 6, initial: report[name] },
        required: name === 'summary',
      }))}
    />
  );
}

export function BonusAct({ card }: Pick<Of, 'card'>) {
  const { t } = useSeasonWords();
  return (
    <Ask
      title={t('acts.bonus')}
      trigger={<Button size="sm">{t('acts.bonus')}</Button>}
      action={t('acts.bonus')}
      path={pathOf(card, 'bonus')}
      done={t('said.bonus')}
      questions={[
        { name: 'title', label: t('form.title'), kind: 'text', required: true },
        { name: 'what', label: t('form.what'), kind: 'words', required: true },
        {
          ...{ name: 'points', label: t('form.points'), kind: 'points', required: true },
          hint: t('form.pointsClaim', { points: pointsText(card.bonusCap) }),
        },
      ]}
    />
  );
}

export function BonusProofAct({ card, bonus }: Pick<Of, 'card'> & { bonus: BonusAnswer }) {
  const { t } = useSeasonWords();
  return (
    <Ask
      title={`${t('acts.proof')} ${bonus.title}`}
      trigger={
        <Button size="sm" aria-label={`${t('acts.proof')} ${bonus.title}`}>
          {t('acts.proof')}
        </Button>
      }
      action={t('acts.proof')}
      path={pathOf(card, 'proofs')}
      done={t('said.proof')}
      body={(said) => ({ ...said, bonusId: bonus.id })}
      questions={proofQuestions(t)}
    />
  );
}

export function BonusDecideAct({ card, bonus }: Pick<Of, 'card'> & { bonus: BonusAnswer }) {
  const { t } = useSeasonWords();
  return (
    <Ask
      title={`${t('acts.bonusDecide')} ${bonus.title}`}
      lead={bonus.what}
      trigger={
        <Button size="sm" aria-label={`${t('acts.bonusDecide')} ${bonus.title}`}>
          {t('acts.bonusDecide')}
        </Button>
      }
      action={t('acts.bonusDecide')}
      path={pathOf(card, `bonus/${bonus.id}/decision`)}
      version={bonus.version}
      done={t('said.bonusDecided')}
      questions={[
        {
          ...{ name: 'points', label: t('form.points'), kind: 'points', required: true },
          ...{ hint: t('form.pointsClaim', { points: pointsText(bonus.claimed) }) },
          initial: pointsText(bonus.decision?.points ?? bonus.claimed),
        },
        { name: 'reason', label: t('form.reason'), kind: 'words', initial: bonus.decision?.reason ?? null },
      ]}
    />
  );
}

export function VetoAct({ card, veto }: Pick<Of, 'card'> & { veto: VetoAnswer }) {
  const { t, nameOf } = useSeasonWords();
  const locale = useLocale();
  const { decision } = veto;
  return (
    <Ask
      title={`${t('veto.title')}${colon(locale)}${nameOf(veto)}`}
      trigger={
        <Button size="sm" aria-label={`${t('acts.veto')} ${nameOf(veto)}`}>
          {t('acts.veto')}
        </Button>
      }
      action={t('acts.veto')}
      method="PUT"
      path={pathOf(card, 'vetoes')}
      version={veto.version}
      done={t('said.veto')}
      body={(said) => ({ ...said, ground: veto.ground })}
      questions={[
        {
          ...{ name: 'verdict', label: t('form.verdict'), kind: 'radio', required: true },
          initial: decision?.verdict ?? 'doesNotApply',
          options: [
            { value: 'applies', label: t('form.applies') },
            { value: 'doesNotApply', label: t('form.doesNotApply') },
          ],
        },
        { name: 'reason', label: t('form.reason'), kind: 'words', required: true, initial: decision?.reason ?? null },
        { name: 'documentNo', label: t('form.documentNo'), kind: 'text', initial: decision?.documentNo ?? null },
        { name: 'fileId', label: t('form.file'), kind: 'file' },
      ]}
    />
  );
}

/** 实地抽查, of one criterion or of all. */
export function SiteCheckAct({ card, today }: Pick<Of, 'card'> & { today: string }) {
  const { t, textOf } = useSeasonWords();
  const criteria = card.groups.flatMap(({ indicators }) => indicators.flatMap((one) => one.criteria));
  return (
    <Ask
      wide
      title={t('acts.siteCheck')}
      trigger={<Button size="sm">{t('acts.siteCheck')}</Button>}
      action={t('acts.siteCheck')}
      path={pathOf(card, 'site-checks')}
      done={t('said.siteCheck')}
      questions={[
        {
          ...{ name: 'criterion', label: t('columns.criterion'), kind: 'select', initial: '' },
          options: [
            { value: '', label: '—' },
            ...criteria.map((one) => ({ value: one.id, label: `${one.id} ${textOf(one)}` })),
          ],
        },
        { name: 'checkedOn', label: t('form.checkedOn'), kind: 'date', required: true, initial: today },
        { name: 'place', label: t('form.place'), kind: 'text', required: true },
        { name: 'participants', label: t('form.participants'), kind: 'text', required: true },
        { name: 'found', label: t('form.found'), kind: 'words', rows: 5, required: true },
        { name: 'photoIds', label: t('form.photos'), kind: 'pictures' },
      ]}
    />
  );
}

export function DisputeAnswerAct({ card, dispute }: Pick<Of, 'card'> & { dispute: DisputeAnswer }) {
  const { t } = useSeasonWords();
  return (
    <Ask
      title={`${t('acts.answerDispute')} ${dispute.criterion}`}
      lead={dispute.reasons}
      trigger={
        <Button size="sm" aria-label={`${t('acts.answerDispute')} ${dispute.criterion}`}>
          {t('acts.answerDispute')}
        </Button>
      }
      action={t('acts.answerDispute')}
      path={pathOf(card, `disputes/${dispute.id}/answer`)}
      version={dispute.version}
      done={t('said.answered')}
      body={({ upheld, ...said }) => ({ ...said, upheld: upheld === 'yes' })}
      questions={[
        {
          ...{ name: 'upheld', label: t('form.verdict'), kind: 'radio', required: true, initial: 'no' },
          options: [
            { value: 'yes', label: t('form.upheld') },
            { value: 'no', label: t('form.dismissed') },
          ],
        },
        { name: 'points', label: t('form.points'), kind: 'points' },
        { name: 'reason', label: t('form.answer'), kind: 'words', rows: 4, required: true },
      ]}
    />
  );
}
