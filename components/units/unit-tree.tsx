import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { labelIn } from '@/lib/domain/kernel/label';
import { UNIT_KIND_LABELS } from '@/lib/domain/units/labels';
import type { UnitView } from '@/lib/domain/units/views';
import { UnitBranch } from './unit-branch';

interface Node {
  unit: UnitView;
  below: Node[];
}

/** Units whose upper one is not in the list (found by a search) stand at the top. */
export function treeOf(units: readonly UnitView[]): Node[] {
  const nodes = new Map(units.map((unit) => [unit.id, { unit, below: [] as Node[] }]));
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const above = node.unit.parentId ? nodes.get(node.unit.parentId) : undefined;
    (above ? above.below : roots).push(node);
  }
  return roots;
}

/** `open`: a search shows everything found. */
export function UnitTree({ nodes, open, depth = 0 }: { nodes: readonly Node[]; open: boolean; depth?: number }) {
  const t = useTranslations('units');
  return (
    <ul className={depth > 0 ? 'ml-3 border-l border-line pl-3 sm:ml-5' : undefined}>
      {nodes.map((node) => (
        <li key={node.unit.id}>
          {node.below.length === 0 ? (
            <Line unit={node.unit} className="py-1.5 pl-5" />
          ) : (
            <UnitBranch
              key={String(open)}
              open={open || depth === 0}
              label={t('below', { name: node.unit.name })}
              line={<Line unit={node.unit} className="py-0.5" />}
            >
              <UnitTree nodes={node.below} open={open} depth={depth + 1} />
            </UnitBranch>
          )}
        </li>
      ))}
    </ul>
  );
}

function Line({ unit, className }: { unit: UnitView; className: string }) {
  const t = useTranslations('units');
  const locale = useLocale();
  const { compounds, accounts } = unit;
  const second = locale === 'en' ? unit.nameEn : null;
  return (
    <span className={`flex flex-wrap items-baseline gap-x-3 gap-y-0.5 ${className}`}>
      <TextLink href={`/units/${unit.id}`}>{unit.name}</TextLink>
      {second && <span className="text-sm text-ink-3">{second}</span>}
      <span className="font-mono text-sm text-ink-3">{unit.code}</span>
      <span className="text-sm text-ink-3">{labelIn(UNIT_KIND_LABELS[unit.kind], locale)}</span>
      {(compounds > 0 || accounts > 0) && (
        <span className="text-sm text-ink-3">{t('counts', { compounds, accounts })}</span>
      )}
      {unit.validTo && <Badge tone="red">{t('retired')}</Badge>}
    </span>
  );
}
