'use client';

import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { type Problem, sentencesOf } from '@/lib/client/api';

/** What stands against something that was tried: one sentence, or all reasons. */
export function ProblemBanner({ problem, title }: { problem: Problem | undefined; title?: string }) {
  if (!problem) return null;
  const lines = sentencesOf(problem);
  if (title) return <Banner tone="red" title={title} list={lines} live />;
  return lines.length > 1 ? (
    <Banner tone="red" title={problem.title} list={lines} live />
  ) : (
    <Banner tone="red" title={lines[0] ?? problem.title} live />
  );
}

/** A part of the page that could not be read, with a way to try again. */
export function ListProblem({ problem, again }: { problem: Problem; again: () => void }) {
  const t = useTranslations('common.actions');
  return (
    <div className="rounded-lg border border-line bg-surface">
      <ErrorState
        title={problem.title}
        description={sentencesOf(problem).join(' ')}
        requestId={problem.requestId}
        action={<Button onClick={again}>{t('retry')}</Button>}
      />
    </div>
  );
}
