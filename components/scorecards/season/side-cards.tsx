import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { FileLink } from '@/components/ui/file-link';
import { PhotoLink } from '@/components/ui/photo-link';
import { StatusLight } from '@/components/ui/status-light';
import { Timeline } from '@/components/ui/timeline';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { EvidenceList } from '../evidence-list';
import type { Opens } from '../record-line';
import { pointsText } from '../score-words';
import { STANDING_LIGHTS } from '../standing';
import {
  BonusAct,
  BonusDecideAct,
  BonusProofAct,
  DisputeAnswerAct,
  ReportAct,
  SiteCheckAct,
  VetoAct,
} from './card-acts';
import { useSeasonWords } from './season-words';

type Props = { card: ScorecardAnswer };
const Nothing = ({ children }: { children: ReactNode }) => <p className="text-sm text-ink-3">{children}</p>;

/** 自评报告 in the county's words. */
export function ReportCard({ card }: Props) {
  const { t } = useSeasonWords();
  return (
    <Card id="report" title={t('report.title')} action={card.may.self && <ReportAct card={card} />}>
      {card.submitted?.takenIn ? (
        <Nothing>{t('unsubmitted')}</Nothing>
      ) : (
        <dl className="space-y-3 text-sm">
          {(['summary', 'problems', 'nextSteps'] as const).map((name) => (
            <div key={name}>
              <dt className="font-medium">{t(`form.${name}`)}</dt>
              <dd className="whitespace-pre-line text-ink-2">{card.report[name] ?? t('report.empty')}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

/** 加分事项 */
export function BonusCard({ card }: Props) {
  const { t, at } = useSeasonWords();
  const bonus = card.bonus.filter(({ retired }) => !retired);
  return (
    <Card
      id="bonus"
      title={t('bonus.title')}
      description={t('bonus.text', { cap: pointsText(card.bonusCap) })}
      action={card.may.self && <BonusAct card={card} />}
    >
      {bonus.length === 0 && <Nothing>{t('bonus.none')}</Nothing>}
      <ul className="divide-y divide-line text-sm">
        {bonus.map((one) => (
          <li key={one.id} className="space-y-1 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{one.title}</span>
              <span className="tabular-nums">
                {t('bonus.claimed', { points: pointsText(one.claimed) })} ·{' '}
                {one.decision ? t('bonus.approved', { points: pointsText(one.decision.points) }) : t('bonus.waiting')}
              </span>
            </p>
            <p className="whitespace-pre-line text-ink-2">{one.what}</p>
            {one.decision && (
              <p className="text-ink-3">
                {one.decision.reason} {t('veto.by', { by: one.decision.by ?? '—', at: at(one.decision.at) })}
              </p>
            )}
            {one.proofs
              .filter(({ retired }) => !retired)
              .map((proof) => (
                <p key={proof.id}>
                  {proof.title} <FileLink file={proof.file} />
                </p>
              ))}
            {card.may.self && <BonusProofAct card={card} bonus={one} />}
            {card.may.decide && <BonusDecideAct card={card} bonus={one} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 一票否决: what the records say, and what was decided. */
export function VetoesCard({ card, opens }: Props & { opens: Opens }) {
  const { t, nameOf, at } = useSeasonWords();
  const mayDecide = card.may.decide || card.may.deliberate;
  return (
    <Card id="vetoes" title={t('veto.title')}>
      <ul className="divide-y divide-line text-sm">
        {card.vetoes.map((veto) => (
          <li key={veto.ground} className="space-y-1 py-2.5 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{nameOf(veto)}</span>
              {veto.decision ? (
                <StatusLight light={veto.decision.verdict === 'applies' ? 'red' : 'green'}>
                  {t(`veto.${veto.decision.verdict}`)}
                </StatusLight>
              ) : (
                <StatusLight light={STANDING_LIGHTS[veto.standing]}>
                  {t(veto.standing === 'proposed' ? 'veto.waiting' : 'veto.undecided')}
                </StatusLight>
              )}
            </p>
            {veto.decision && (
              <p className="text-ink-2">
                {veto.decision.reason} {veto.decision.documentNo} <FileLink file={veto.decision.file} />{' '}
                <span className="text-ink-3">
                  {t('veto.by', { by: veto.decision.by ?? '—', at: at(veto.decision.at) })}
                </span>
              </p>
            )}
            {veto.evidence.length > 0 && (
              <EvidenceList
                rows={veto.evidence}
                title={t('veto.evidence', { count: veto.evidence.length })}
                year={card.season.year}
                opens={opens}
              />
            )}
            {mayDecide && <VetoAct card={card} veto={veto} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 实地抽查 of the reviewers. */
export function ChecksCard({ card, today }: Props & { today: string }) {
  const { t, day } = useSeasonWords();
  return (
    <Card id="checks" title={t('checks.title')} action={card.may.opinion && <SiteCheckAct card={card} today={today} />}>
      {card.siteChecks.length === 0 && <Nothing>{t('checks.none')}</Nothing>}
      <ul className="divide-y divide-line text-sm">
        {card.siteChecks.map((check) => (
          <li key={check.id} className="space-y-1 py-2 first:pt-0 last:pb-0">
            <p className="font-medium">
              {day(check.checkedOn)} {check.place} {check.criterion && <Badge>{check.criterion}</Badge>}{' '}
              <Badge>{t(`line.body.${check.body}`)}</Badge>
            </p>
            <p className="whitespace-pre-line text-ink-2">{check.found}</p>
            <p className="text-ink-3">{t('checks.with', { names: check.participants })}</p>
            <div className="flex flex-wrap gap-2">
              {check.photos.map((photo) => (
                <PhotoLink key={photo.id} id={photo.id} caption={photo.name} alt={check.place} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 异议 of the county and their answers. */
export function DisputesCard({ card }: Props) {
  const { t, at } = useSeasonWords();
  if (card.disputes.length === 0) return null;
  return (
    <Card id="disputes" title={t('disputes.title')}>
      <ul className="divide-y divide-line text-sm">
        {card.disputes.map((dispute) => (
          <li key={dispute.id} className="space-y-1 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <a href={`#c${dispute.criterion}`} className="text-link font-medium">
                {dispute.criterion}
              </a>
              <Badge tone={dispute.status === 'open' ? 'amber' : 'neutral'}>
                {t(`disputes.${dispute.status}`, { points: pointsText(dispute.points ?? 0) })}
              </Badge>
            </p>
            <p className="whitespace-pre-line text-ink-2">{dispute.reasons}</p>
            <FileLink file={dispute.file} />
            <p className="text-ink-3">
              {dispute.by ?? '—'} · {at(dispute.at)}
            </p>
            {dispute.answer && (
              <p className="text-ink-2">
                {dispute.answer}{' '}
                <span className="text-ink-3">
                  {dispute.answeredBy ?? '—'} · {dispute.answeredAt && at(dispute.answeredAt)}
                </span>
              </p>
            )}
            {dispute.status === 'open' && card.may.answerDispute && <DisputeAnswerAct card={card} dispute={dispute} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 经过 */
export function EventsCard({ card }: Props) {
  const { t, at } = useSeasonWords();
  return (
    <Card id="events" title={t('events.title')}>
      <Timeline
        events={card.events.map(({ id, kind, criterion, words, at: when, by }) => ({
          ...{ key: id, dateTime: when, when: at(when), who: by ?? undefined },
          title: `${t(`events.${kind}`)}${criterion ? ` ${criterion}` : ''}`,
          children: words ? <p className="text-ink-2">{words}</p> : undefined,
        }))}
      />
    </Card>
  );
}
