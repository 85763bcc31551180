import { CircleCheckBig, HardHat } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { Tasks } from '@/lib/domain/tasks/answers';
import { TaskCard } from './task-card';

export type Shortcut = { href: string; label: 'toDashboard' | 'toCompounds' | 'toRulebook' };

type Props = { tasks: Tasks; shortcuts: readonly Shortcut[] };

export function TaskList({ tasks, shortcuts }: Props) {
  const t = useTranslations('home');
  const links = shortcuts.map(({ href, label }) => (
    <LinkButton key={href} href={href} prefetch={false} variant="secondary">
      {t(label)}
    </LinkButton>
  ));
  if (tasks.items.length > 0) {
    return (
      <Card flush>
        <ul>
          {tasks.items.map((task) => (
            <TaskCard key={task.key} task={task} />
          ))}
        </ul>
      </Card>
    );
  }
  return (
    <Card>
      {tasks.ofProjects ? (
        <EmptyState
          icon={<HardHat aria-hidden="true" />}
          title={t('ofProjects')}
          description={t('ofProjectsText')}
          action={links}
        />
      ) : (
        <EmptyState
          icon={<CircleCheckBig aria-hidden="true" />}
          title={t('empty')}
          description={t('emptyText')}
          action={links}
        />
      )}
    </Card>
  );
}
