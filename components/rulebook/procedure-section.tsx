import { useLocale, useTranslations } from 'next-intl';
import { FoldCard } from '@/components/ui/fold-card';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { isRole } from '@/lib/domain/accounts/roles';
import { labelIn } from '@/lib/domain/kernel/label';
import type { Rulebook, StageRule } from '@/lib/domain/rulebook/schema';
import { colon } from '@/lib/format/colon';
import { ClauseLink } from './clause-link';
import { Entries, useNameOf } from './entries';

export function VotesSection({ book }: { book: Rulebook }) {
  const t = useTranslations('rulebook');
  const locale = useLocale();
  const nameOf = useNameOf();
  const testName = (code: string) => {
    const test = book.votes.tests.find((one) => one.code === code);
    return test ? nameOf(test) : code;
  };
  return (
    <FoldCard title={t('sections.votes')} id="votes">
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <Entries
          clauses={book.clauses}
          entries={book.votes.rounds.map((round) => ({
            key: round.code,
            name: nameOf(round),
            note: `${t('test')}${colon(locale)}${testName(round.test)}`,
            clause: round.clause,
          }))}
        />
        <div>
          <h3 className="text-sm font-medium text-ink-2">{t('test')}</h3>
          <Entries
            clauses={book.clauses}
            entries={book.votes.tests.map((test) => ({ key: test.code, name: nameOf(test), clause: test.clause }))}
          />
        </div>
      </div>
    </FoldCard>
  );
}

function Stage({ stage, book }: { stage: StageRule; book: Rulebook }) {
  const t = useTranslations('rulebook');
  const locale = useLocale();
  const nameOf = useNameOf();
  const roles = stage.completedBy
    .map((role) => (isRole(role) ? labelIn(ROLE_LABELS[role], locale) : role))
    .join(locale === 'en' ? ', ' : '、');
  return (
    <li className="rounded-md border border-line p-4">
      <p className="flex items-baseline justify-between gap-3 font-medium">
        {t('stage', { number: String(stage.number), name: nameOf(stage) })}
        <ClauseLink id={stage.clause} clauses={book.clauses} />
      </p>
      <p className="mb-1 text-sm text-ink-3">{t('completedBy', { roles })}</p>
      <Entries
        clauses={book.clauses}
        entries={stage.needs.map((need) => ({ key: need.code, name: nameOf(need), clause: need.clause }))}
      />
    </li>
  );
}

export function StagesSection({ book }: { book: Rulebook }) {
  const t = useTranslations('rulebook');
  return (
    <FoldCard title={t('sections.stages')} id="stages">
      <ol className="grid gap-3 lg:grid-cols-2">
        {book.stages.map((stage) => (
          <Stage key={stage.code} stage={stage} book={book} />
        ))}
      </ol>
    </FoldCard>
  );
}
