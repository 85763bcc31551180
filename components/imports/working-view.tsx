import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import type { ImportDetail } from '@/lib/domain/imports/answers';

/** Reading or writing goes on at the server, whoever looks. */
export function WorkingView({ detail }: { detail: ImportDetail }) {
  const t = useTranslations('imports');
  const { done, total } = detail.progress;
  const writing = detail.status === 'applying';
  const rows = total > 0 ? t(writing ? 'apply.rows' : 'reading.rows', { done, total }) : t('reading.counting');
  return (
    <Card title={t(writing ? 'apply.title' : 'reading.title')}>
      <div role="status" className="space-y-2">
        <Progress
          label={t(writing ? 'apply.title' : 'reading.title')}
          done={done}
          total={total}
          text={detail.status === 'uploaded' ? t('reading.queued') : rows}
        />
        <p className="text-sm text-ink-3">{t(writing ? 'apply.text' : 'reading.text')}</p>
      </div>
    </Card>
  );
}
