import { useLocale, useTranslations } from 'next-intl';
import { Stat, StatGrid } from '@/components/ui/stat';
import type { Operations } from '@/lib/domain/operations/answers';
import { formatBytes } from '@/lib/format/bytes';
import { formatDateTime, formatRelative } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

/** The four that are looked at each morning. */
export function Figures({ now }: { now: Operations }) {
  const t = useTranslations('operations');
  const locale = useLocale();
  const ago = (instant: string) => formatRelative(new Date(instant), new Date(now.asOf), locale);
  const { worker, disk, backup, queues } = now;
  const [oldest] = queues.flatMap(({ oldestWaitingAt }) => oldestWaitingAt ?? []).sort();
  return (
    <StatGrid>
      <Stat
        label={t('worker')}
        value={t('workerCount', { count: worker.count })}
        note={worker.seenAt ? t('seen', { when: ago(worker.seenAt) }) : t('never')}
      />
      <Stat
        label={t('waiting')}
        value={formatCount(sum(queues.map(({ waiting }) => waiting)))}
        note={oldest ? t('oldest', { when: ago(oldest) }) : t('noneWaiting')}
      />
      <Stat
        label={t('disk')}
        value={disk ? formatBytes(disk.free) : t('diskUnknown')}
        note={disk && t('diskOf', { total: formatBytes(disk.total) })}
      />
      <Stat
        label={t('backup')}
        value={backup.lastGoodAt ? ago(backup.lastGoodAt) : t('backupNone')}
        note={
          backup.nextDueAt
            ? t('backupNext', { moment: formatDateTime(new Date(backup.nextDueAt), locale) })
            : t('backupOff')
        }
      />
    </StatGrid>
  );
}
