import { Check, Minus, TriangleAlert, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import type { FacilityName } from '@/lib/domain/compounds/answers';
import { CONDITION_LABELS } from '@/lib/domain/compounds/labels';
import type { Condition } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';

const LOOKS = {
  good: { Icon: Check, style: 'border-green-line bg-green-soft text-green-ink' },
  poor: { Icon: TriangleAlert, style: 'border-amber-line bg-amber-soft text-amber-ink' },
  missing: { Icon: X, style: 'border-red-line bg-red-soft text-red-ink' },
  unknown: { Icon: Minus, style: 'border-line bg-surface text-ink-3' },
};

type Props = { facilities: Record<string, string>; names: readonly FacilityName[] };

/** The public facilities of the rule book, each with its condition in colour, sign and word. */
export function FacilityGrid({ facilities, names }: Props) {
  const t = useTranslations('compounds');
  const locale = useLocale();
  return (
    <Card id="facilities" title={t('sections.facilities')}>
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {names.map((facility) => {
          const condition = (facilities[facility.key] ?? 'unknown') as keyof typeof LOOKS;
          const { Icon, style } = LOOKS[condition];
          const word =
            condition === 'unknown' ? t('tri.unknown') : labelIn(CONDITION_LABELS[condition as Condition], locale);
          return (
            <li
              key={facility.key}
              className={cn('flex items-start justify-between gap-2 rounded-md border px-2.5 py-1.5 text-sm', style)}
            >
              <span className="text-ink">{locale === 'en' ? facility.nameEn : facility.name}</span>
              <span className="inline-flex shrink-0 items-center gap-1 font-medium">
                <Icon aria-hidden="true" className="size-3.5" />
                {word}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
