import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { CompoundFacts, ProjectFacts } from '@/lib/domain/stages/types';

export const day = (text: string) => text as CalendarDate;

export const compound: CompoundFacts = {
  id: 'c1',
  name: '粮食局家属院',
  active: true,
  eligibility: 'eligible',
  roundOne: { id: 'r1', attempts: 1, passed: true, openedOn: day('2020-02-01'), certifiedOn: day('2020-02-20') },
  roundTwo: { id: 'r2', attempts: 1, passed: true, openedOn: day('2020-05-10'), certifiedOn: day('2020-05-25') },
  list: { id: 'n1', over: true, startsOn: day('2020-03-01'), endsOn: day('2020-03-08') },
  design: { id: 'n2', over: true, startsOn: day('2020-05-10'), endsOn: day('2020-05-17') },
  plan: { id: 'p1', no: 1, final: true, cost: 100_000_00n, residentShare: 5_000_00n, buildingsWithout: 0 },
  voted: { schemeNo: 1, estimate: 100_000_00n, ownersShare: 5_000_00n, latestNo: 1 },
};

/** A project of which everything is there: what each test then takes away. It stands in `stage`, at `step`. */
export function whole(stage: number, step: string | null = 'complete'): ProjectFacts {
  return {
    id: 'x',
    status: 'active',
    stage,
    stages: Array.from({ length: 10 }, (_, at) => ({
      stage: at + 1,
      status: at + 1 < stage ? ('completed' as const) : at + 1 === stage ? ('current' as const) : ('waiting' as const),
      step: at + 1 === stage ? step : null,
      statedOn: at + 1 < stage ? day(`2020-${String(at + 1).padStart(2, '0')}-15`) : null,
      receivedAt: null,
      acceptedAt: null,
    })),
    renovationType: 'comprehensive',
    entityKind: 'company',
    entityUnitId: null,
    entityName: '城投公司',
    touches: { newLand: false, newPipelines: false, structuralWork: false },
    feasibility: { id: 'f1', status: 'approved' },
    compounds: [compound],
    fundingSum: 100_000_00n,
    fundedByResidents: 5_000_00n,
    estimate: 100_000_00n,
    budget: 99_000_00n,
    finalAccount: 98_000_00n,
    audited: 97_500_00n,
    papers: workflowOf(chuxiong2020).papers.flatMap(({ code, required }) => (required === 'always' ? [code] : [])),
    contracts: ['construction', 'supervision'],
    itemsPlanned: 12,
    itemsMissing: 0,
    findingsOpen: 0,
    stopWorks: [],
    annualPlanId: 'a1',
    applied: true,
    acceptancePassed: true,
    propertyService: '某物业公司',
    propertyServiceReason: null,
    handoverMissing: 0,
  };
}
