'use client';

import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import type { CriterionAnswer, ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { pointsText } from '../score-words';
import { Ask, type Question } from './ask';
import { useSeasonWords } from './season-words';

type Of = { card: ScorecardAnswer; criterion: CriterionAnswer };

const pathOf = ({ id }: ScorecardAnswer, rest: string): string => `/api/v1/scorecards/${id}/${rest}`;
type Act = 'self' | 'proof' | 'opinion' | 'decide' | 'dispute' | 'deliberate';
type ActProps = Of & {
  act: Act;
  rest: string;
  questions: readonly Question[];
  done: string;
  /** of what is written over; nothing: it is added */
  version?: number;
  body?: ComponentProps<typeof Ask>['body'];
};

/** One thing done about one criterion. */
function CriterionAsk({ card, criterion, act, rest, version, body = (said) => said, ...more }: ActProps) {
  const { t, textOf } = useSeasonWords();
  const name = `${t(`acts.${act}`)} ${criterion.id}`;
  return (
    <Ask
      {...more}
      title={name}
      lead={textOf(criterion)}
      trigger={
        <Button size="sm" aria-label={name}>
          {t(`acts.${act}`)}
        </Button>
      }
      action={t(`acts.${act}`)}
      method={version === undefined ? 'POST' : 'PUT'}
      path={pathOf(card, rest)}
      version={version}
      body={(said) => ({ ...body(said), criterion: criterion.id })}
    />
  );
}

/** 得分 and 理由, as they stand and with what may be given. */
function usePointsAsked(criterion: CriterionAnswer) {
  const { t } = useSeasonWords();
  const { points, values } = criterion;
  const most = pointsText(points);
  const hints = {
    claim: t('form.pointsClaim', { points: most }),
    self: t('form.pointsHint', { points: most, computed: pointsText(values.computed) }),
    review:
      values.self === null
        ? t('form.pointsRecords', { points: most, computed: pointsText(values.computed) })
        : t('form.pointsReview', { points: most, self: pointsText(values.self) }),
  };
  return (
    hint: keyof typeof hints,
    said: { points: number | null; reason: string | null } | null | undefined,
    reason: Pick<Question, 'hint' | 'required'> = {},
  ): Question[] => [
    {
      ...{ name: 'points', label: t('form.points'), kind: 'points', hint: hints[hint] },
      initial: said && said.points !== null ? pointsText(said.points) : null,
    },
    { name: 'reason', label: t('form.reason'), kind: 'words', initial: said?.reason ?? null, ...reason },
  ];
}

/** 自评: points of one criterion, with a reason where they are not those of the records. */
function SelfAct(of: Of) {
  const { t } = useSeasonWords();
  const { self, proof } = of.criterion;
  const asked = usePointsAsked(of.criterion);
  return (
    <CriterionAsk
      {...of}
      act="self"
      rest="lines"
      version={self?.version ?? 0}
      done={t('said.self')}
      questions={asked(proof === 'attested' ? 'claim' : 'self', self, { hint: t('form.reasonHint') })}
    />
  );
}

/** 支撑材料 of one criterion. */
function ProofAct(of: Of) {
  const { t } = useSeasonWords();
  return <CriterionAsk {...of} act="proof" rest="proofs" done={t('said.proof')} questions={proofQuestions(t)} />;
}

export const proofQuestions = (t: ReturnType<typeof useSeasonWords>['t']): Question[] => [
  { name: 'title', label: t('form.title'), kind: 'text', required: true },
  { name: 'fileId', label: t('form.file'), kind: 'file', required: true },
  { name: 'note', label: t('form.proofNote'), kind: 'words' },
];

/** 复核意见: one's own; another reviewer's is never overwritten. */
function OpinionAct(of: Of) {
  const { t } = useSeasonWords();
  const asked = usePointsAsked(of.criterion);
  const own = of.criterion.opinions.find(({ mine }) => mine);
  return (
    <CriterionAsk
      {...of}
      act="opinion"
      rest="opinions"
      version={own?.version ?? 0}
      done={t('said.opinion')}
      body={(said) => ({ ...said, agrees: said.points === null })}
      questions={asked('review', own && { points: own.agrees ? null : own.points, reason: own.reason })}
    />
  );
}

/** 定复核分, by 州住建局. */
function DecideAct(of: Of) {
  const { t } = useSeasonWords();
  const { review } = of.criterion;
  const asked = usePointsAsked(of.criterion);
  return (
    <CriterionAsk
      {...of}
      act="decide"
      rest="review"
      version={review?.version ?? 0}
      done={t('said.decided')}
      questions={asked('review', review)}
    />
  );
}

function DisputeAct(of: Of) {
  const { t } = useSeasonWords();
  return (
    <CriterionAsk
      {...of}
      act="dispute"
      rest="disputes"
      done={t('said.disputed')}
      questions={[
        { name: 'reasons', label: t('form.disputeReasons'), kind: 'words', rows: 5, required: true },
        { name: 'fileId', label: t('form.file'), kind: 'file' },
      ]}
    />
  );
}

function DeliberateAct(of: Of) {
  const { t } = useSeasonWords();
  const { deliberation } = of.criterion;
  const asked = usePointsAsked(of.criterion);
  return (
    <CriterionAsk
      {...of}
      act="deliberate"
      rest="deliberation"
      version={deliberation?.version ?? 0}
      done={t('said.deliberated')}
      questions={asked('claim', deliberation, { required: true })}
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
