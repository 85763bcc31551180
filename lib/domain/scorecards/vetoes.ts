import { scoringOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { ScoreFacts } from './facts';
import { complaintsInTime } from './measures/people';
import { ofProject, type Row, row } from './measures/row';
import { onTimeCompounds } from './measures/works';

/** none: no record speaks for it. risk: records do, and it can still turn out well. proposed: it has happened by the records; people decide. */
export type VetoStanding = 'none' | 'risk' | 'proposed';

export interface VetoRisk {
  code: string;
  name: string;
  nameEn: string;
  clause: string;
  standing: VetoStanding;
  /** no record can tell: people enter it with a document */
  peopleOnly: boolean;
  evidence: Row[];
}

interface Sign {
  standing: VetoStanding;
  evidence: Row[];
}
type SignCode = ReturnType<typeof scoringOf>['vetoes'][number]['signs'][number];

/** 未按期完成年度目标: while the day has not come, what is missing to the target is a risk. */
function targetMissed(facts: ScoreFacts): Sign {
  const target = facts.plan?.target ?? 0;
  const rows = onTimeCompounds(facts);
  const inTime = rows.filter(({ met }) => met).length;
  if (target === 0 || inTime >= target) return { standing: 'none', evidence: [] };
  return { standing: facts.today > facts.completeBy ? 'proposed' : 'risk', evidence: rows.filter(({ met }) => !met) };
}

/** What many complaints are, people decide on the evidence: late answers are always shown, and never proposed by themselves. */
function complaintsLate(facts: ScoreFacts): Sign {
  const late = complaintsInTime(facts).filter(({ met }) => !met);
  return { standing: late.length > 0 ? 'risk' : 'none', evidence: late };
}

function ofProjects(facts: ScoreFacts, key: 'graveOpen' | 'stopped' | 'acceptancesFailed'): Sign {
  const evidence = facts.projects
    .filter((project) => project[key] > 0)
    .map((project) => row(ofProject(project), { met: false }, `score.veto.${key}`, { count: project[key] }));
  return { standing: evidence.length > 0 ? 'risk' : 'none', evidence };
}

const SIGNS: Record<SignCode, (facts: ScoreFacts) => Sign> = {
  targetMissed,
  complaintsLate,
  graveFindings: (facts) => ofProjects(facts, 'graveOpen'),
  worksStopped: (facts) => ofProjects(facts, 'stopped'),
  acceptanceFailed: (facts) => ofProjects(facts, 'acceptancesFailed'),
};

const GRAVER: readonly VetoStanding[] = ['none', 'risk', 'proposed'];

/** 一票否决: each ground of the template with what the records say for it (P四(四)3). The system proposes, people decide. */
export function vetoRisks(facts: ScoreFacts, book: Rulebook): VetoRisk[] {
  const { vetoes } = scoringOf(book);
  return book.scorecard.vetoes.map(({ code, name, nameEn, clause }) => {
    const signs = vetoes.find((veto) => veto.code === code)?.signs ?? [];
    const found = signs.map((sign) => SIGNS[sign](facts));
    const gravest = Math.max(0, ...found.map(({ standing }) => GRAVER.indexOf(standing)));
    return {
      ...{ code, name, nameEn, clause },
      standing: GRAVER[gravest] ?? 'none',
      peopleOnly: signs.length === 0,
      evidence: found.flatMap(({ evidence }) => evidence),
    };
  });
}
