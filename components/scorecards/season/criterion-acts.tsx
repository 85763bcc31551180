'use client';

import { Button } from '@/components/ui/button';
import type { CriterionAnswer, ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { pointsText } from '../score-words';
import { Ask, type Question } from './ask';
import { useSeasonWords } from './season-words';

type Of = { card: ScorecardAnswer; criterion: CriterionAnswer };

const pathOf = ({ id }: ScorecardAnswer, rest: string): string => `/api/v1/scorecards/${id}/${rest}`;
const textOrNull = (points: number | null | undefined): string | null =>
  points === null || points === undefined ? null : pointsText(points);

function usePoints(criterion: CriterionAnswer) {
  const { t } = useSeasonWords();
  const points = pointsText(criterion.points);
  return {
    claim: t('form.pointsClaim', { points }),
    self: t('form.pointsHint', { points, computed: pointsText(criterion.values.computed) }),
    review: t('form.pointsReview', { points, self: pointsText(criterion.values.self) }),
  };
}

function useTrigger() {
  const { t } = useSeasonWords();
  return (act: 'self' | 'proof' | 'opinion' | 'decide' | 'dispute' | 'deliberate', criterion: CriterionAnswer) => (
    <Button size="sm" aria-label={`${t(`acts.${act}`)} ${criterion.id}`}>
      {t(`acts.${act}`)}
    </Button>
  );
}

/** 自评: points of one criterion, with a reason where they are not those of the records. */
function SelfAct({ card, criterion }: Of) {
  const { t, textOf } = useSeasonWords();
  const hints = usePoints(criterion);
  const trigger = useTrigger();
  const { id, self } = criterion;
  return (
    <Ask
      title={`${t('acts.self')} ${id}`}
      lead={textOf(criterion)}
      trigger={trigger('self', criterion)}
      action={t('acts.self')}
      method="PUT"
      path={pathOf(card, 'lines')}
      version={self?.version ?? 0}
      done={t('said.self')}
      body={(said) => ({ ...said, criterion: id })}
      questions={[
        {
          ...{ name: 'points', label: t('form.points'), kind: 'points', initial: textOrNull(self?.points) },
          hint: criterion.proof === 'attested' ? hints.claim : hints.self,
        },
        {
          ...{ name: 'reason', label: t('form.reason'), kind: 'words', initial: self?.reason ?? null },
          hint: t('form.reasonHint'),
        },
      ]}
    />
  );
}

/** 支撑材料 of one criterion. */
function ProofAct({ card, criterion }: Of) {
  const { t, textOf } = useSeasonWords();
  const trigger = useTrigger();
  return (
    <Ask
      title={`${t('acts.proof')} ${criterion.id}`}
      lead={textOf(criterion)}
      trigger={trigger('proof', criterion)}
      action={t('acts.proof')}
      path={pathOf(card, 'proofs')}
      done={t('said.proof')}
      body={(said) => ({ ...said, criterion: criterion.id })}
      questions={proofQuestions(t)}
    />
  );
}

export const proofQuestions = (t: ReturnType<typeof useSeasonWords>['t']): Question[] => [
  { name: 'title', label: t('form.title'), kind: 'text', required: true },
  { name: 'fileId', label: t('form.file'), kind: 'file', required: true },
  { name: 'note', label: t('form.proofNote'), kind: 'words' },
];

/** 复核意见: one's own; another reviewer's is never overwritten. */
function OpinionAct({ card, criterion }: Of) {
  const { t, textOf } = useSeasonWords();
  const hints = usePoints(criterion);
  const trigger = useTrigger();
  const own = criterion.opinions.find(({ mine }) => mine);
  return (
    <Ask
      title={`${t('acts.opinion')} ${criterion.id}`}
      lead={textOf(criterion)}
      trigger={trigger('opinion', criterion)}
      action={t('acts.opinion')}
      method="PUT"
      path={pathOf(card, 'opinions')}
      version={own?.version ?? 0}
      done={t('said.opinion')}
      body={({ points, reason }) => ({ criterion: criterion.id, agrees: points === null, points, reason })}
      questions={[
        {
          ...{ name: 'points', label: t('form.points'), kind: 'points', hint: hints.review },
          initial: own && !own.agrees ? pointsText(own.points) : null,
        },
        { name: 'reason', label: t('form.reason'), kind: 'words', initial: own?.reason ?? null },
      ]}
    />
  );
}

/** 定复核分, by 州住建局. */
function DecideAct({ card, criterion }: Of) {
  const { t, textOf } = useSeasonWords();
  const hints = usePoints(criterion);
  const trigger = useTrigger();
  const { review } = criterion;
  return (
    <Ask
      title={`${t('acts.decide')} ${criterion.id}`}
      lead={textOf(criterion)}
      trigger={trigger('decide', criterion)}
      action={t('acts.decide')}
      method="PUT"
      path={pathOf(card, 'review')}
      version={review?.version ?? 0}
      done={t('said.decided')}
      body={(said) => ({ ...said, criterion: criterion.id })}
      questions={[
        {
          ...{ name: 'points', label: t('form.points'), kind: 'points', hint: hints.review },
          initial: textOrNull(review?.points),
        },
        { name: 'reason', label: t('form.reason'), kind: 'words', initial: review?.reason ?? null },
      ]}
    />
  );
}

function DisputeAct({ card, criterion }: Of) {
  const { t, textOf } = useSeasonWords();
  const trigger = useTrigger();
  return (
    <Ask
      title={`${t('acts.dispute')} ${criterion.id}`}
      lead={textOf(criterion)}
      trigger={trigger('dispute', criterion)}
      action={t('acts.dispute')}
      path={pathOf(card, 'disputes')}
      done={t('said.disputed')}
      body={(said) => ({ ...said, criterion: criterion.id })}
      questions={[
        { name: 'reasons', label: t('form.disputeReasons'), kind: 'words', rows: 5, required: true },
        { name: 'fileId', label: t('form.file'), kind: 'file' },
      ]}
    />
  );
}

function DeliberateAct({ card, criterion }: Of) {
  const { t, textOf } = useSeasonWords();
  const hints = usePoints(criterion);
  const trigger = useTrigger();
  const { deliberation } = criterion;
  return (
    <Ask
      title={`${t('acts.deliberate')} ${criterion.id}`}
      lead={textOf(criterion)}
      trigger={trigger('deliberate', criterion)}
      action={t('acts.deliberate')}
      method="PUT"
      path={pathOf(card, 'deliberation')}
      version={deliberation?.version ?? 0}
      done={t('said.deliberated')}
      body={(said) => ({ ...said, criterion: criterion.id })}
      questions={[
        {
          ...{ name: 'points', label: t('form.points'), kind: 'points', hint: hints.claim },
          initial: textOrNull(deliberation?.points),
        },
        {
          ...{ name: 'reason', label: t('form.reason'), kind: 'words', required: true },
          initial: deliberation?.reason ?? null,
        },
      ]}
    />
  );
}

/** A proof that does not belong there is taken out, with the reason. */
function Retire({ card, proofId, title }: { card: ScorecardAnswer; proofId: string; title: string }) {
  const { t } = useSeasonWords();
  return (
    <Ask
      title={`${t('acts.retire')} ${title}`}
      trigger={
        <Button size="sm" variant="quiet" aria-label={`${t('acts.retire')} ${title}`}>
          {t('acts.retire')}
        </Button>
      }
      action={t('acts.retire')}
      path={pathOf(card, `proofs/${proofId}/retire`)}
      done={t('said.retired')}
      questions={[{ name: 'reason', label: t('form.reason'), kind: 'words', required: true }]}
    />
  );
}

/** What this person can do about one criterion now. */
function All({ card, criterion }: Of) {
  const { may } = card;
  const isDisputed = card.disputes.some((one) => one.criterion === criterion.id && one.status === 'open');
  return (
    <>
      {may.self && criterion.proof !== 'review' && (
        <>
          <SelfAct card={card} criterion={criterion} />
          <ProofAct card={card} criterion={criterion} />
        </>
      )}
      {may.opinion && <OpinionAct card={card} criterion={criterion} />}
      {may.decide && <DecideAct card={card} criterion={criterion} />}
      {may.dispute && !isDisputed && <DisputeAct card={card} criterion={criterion} />}
      {may.deliberate && <DeliberateAct card={card} criterion={criterion} />}
    </>
  );
}

export { All as CriterionActsOf, Retire as RetireProof };
