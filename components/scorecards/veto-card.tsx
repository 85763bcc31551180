import { Card } from '@/components/ui/card';
import { StatusLight } from '@/components/ui/status-light';
import { WhyPopover } from '@/components/ui/why-popover';
import type { LiveAnswer, RiskAnswer } from '@/lib/domain/scorecards/live-answers';
import { EvidenceList } from './evidence-list';
import type { Opens } from './record-line';
import { type Clauses, useScoreWords } from './score-words';
import { STANDING_LIGHTS } from './standing';

type Of = { year: number; clauses: Clauses; opens: Opens };

function Risk({ risk, year, clauses, opens }: { risk: RiskAnswer } & Of) {
  const { t, nameOf } = useScoreWords();
  const why = clauses[risk.clause];
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-medium">
          {nameOf(risk)} {why && <WhyPopover finding={nameOf(risk)} clauses={[why]} />}
        </p>
        <StatusLight light={STANDING_LIGHTS[risk.standing]}>{t(`standing.${risk.standing}`)}</StatusLight>
      </div>
      {risk.evidence.length === 0 ? (
        <p className="text-sm text-ink-3">{t(risk.peopleOnly ? 'veto.peopleOnly' : 'veto.none')}</p>
      ) : (
        <EvidenceList
          rows={risk.evidence}
          title={t('veto.evidence', { count: risk.evidence.length })}
          year={year}
          opens={opens}
        />
      )}
    </li>
  );
}

/** 一票否决: grounds with what the records say for them. */
export function VetoCard({ live, clauses, opens }: { live: LiveAnswer } & Omit<Of, 'year'>) {
  const { t } = useScoreWords();
  return (
    <Card id="veto" title={t('veto.title')} description={t('veto.text')}>
      <ul className="divide-y divide-line">
        {live.risks.map((risk) => (
          <Risk key={risk.code} risk={risk} year={live.year} clauses={clauses} opens={opens} />
        ))}
      </ul>
    </Card>
  );
}
