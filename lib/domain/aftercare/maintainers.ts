import { type Reason, reason } from '../kernel/result';

export const MAINTAINER_KINDS = ['operator', 'property', 'owners', 'unit'] as const;
export type MaintainerKind = (typeof MAINTAINER_KINDS)[number];

/** P四(一)4: lines and pipes up to the household's meter are maintained by who runs them. Keys of the menu. */
export const OPERATORS_ITEMS: Readonly<Record<string, { clause: string }>> = {
  householdMeters: { clause: 'P四(一)4' },
  stairwellWiring: { clause: 'P四(一)4' },
  drainage: { clause: 'P四(一)4' },
  linesAndPipes: { clause: 'P四(一)4' },
};

export function maintainerReasons(item: { key: string; name: string }, kind: MaintainerKind, field: string): Reason[] {
  const rule = OPERATORS_ITEMS[item.key];
  return rule && kind !== 'operator'
    ? [reason('aftercare.operatorMaintains', { item: item.name }, { clause: rule.clause, field })]
    : [];
}
