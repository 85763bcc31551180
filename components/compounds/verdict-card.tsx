import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { WhyPopover } from '@/components/ui/why-popover';
import type { CitedClause } from '@/lib/domain/compounds/answers';
import type { Reason } from '@/lib/domain/kernel/result';
import { hrefOfGap } from './gap-href';

type Props = {
  compoundId: string;
  outcome: string;
  decisiveYear: number | null;
  reasons: readonly Reason[];
  clauses: readonly CitedClause[];
  mayFill: boolean;
  say: (reason: Reason) => string;
};

const isMissing = (reason: Reason) => reason.code.startsWith('eligibility.missing.');

/** The verdict with every reason, and behind each the sentence of the policy it rests on. */
export function VerdictCard({ compoundId, outcome, decisiveYear, reasons, clauses, mayFill, say }: Props) {
  const t = useTranslations('compounds');
  const missing = reasons.filter(isMissing);
  const judged = reasons.filter((reason) => !isMissing(reason));
  const favour = outcome === 'eligible';
  return (
    <Card
      id="eligibility"
      title={t('sections.verdict')}
      description={decisiveYear === null ? undefined : t('verdict.year', { year: String(decisiveYear) })}
    >
      <p className="flex items-center gap-2 text-lg font-semibold">
        {outcome === 'eligible' && <CircleCheck aria-hidden="true" className="size-5 text-green" />}
        {outcome === 'ineligible' && <CircleX aria-hidden="true" className="size-5 text-red" />}
        {outcome === 'incomplete' && <TriangleAlert aria-hidden="true" className="size-5 text-amber" />}
        {t(`verdict.${outcome}` as 'verdict.eligible')}
      </p>
      {outcome === 'ineligible' && <p className="text-sm text-ink-3">{t('verdict.kept')}</p>}
      <Group title={t(favour ? 'verdict.favour' : 'verdict.against')} hidden={judged.length === 0}>
        {judged.map((reason) => (
          <Line key={reason.code} reason={reason} clauses={clauses} text={say(reason)} />
        ))}
      </Group>
      <Group title={t('verdict.missing')} hidden={missing.length === 0}>
        {missing.map((reason) => (
          <Line key={reason.code} reason={reason} clauses={clauses} text={say(reason)}>
            {mayFill && (
              <TextLink href={hrefOfGap(compoundId, reason.field)} className="no-print">
                {t('gaps.fill')}
              </TextLink>
            )}
          </Line>
        ))}
      </Group>
    </Card>
  );
}

function Group({ title, hidden, children }: { title: string; hidden: boolean; children: ReactNode }) {
  if (hidden) return null;
  return (
    <div className="mt-3">
      <h3 className="text-sm font-medium text-ink-3">{title}</h3>
      <ul className="mt-1 divide-y divide-line text-sm">{children}</ul>
    </div>
  );
}

type LineProps = { reason: Reason; clauses: readonly CitedClause[]; text: string; children?: ReactNode };

function Line({ reason, clauses, text, children }: LineProps) {
  const cited = clauses.filter(({ id }) => id === reason.clause);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-1.5">
      <span>{text}</span>
      <span className="flex items-baseline gap-3">
        {children}
        {cited.length > 0 && (
          <WhyPopover finding={text} clauses={cited.map(({ clause, text: sentence }) => ({ clause, sentence }))} />
        )}
      </span>
    </li>
  );
}
