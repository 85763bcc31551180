import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Copyable } from '@/components/ui/copyable';
import { Timeline } from '@/components/ui/timeline';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { itemNames } from '@/lib/domain/progress/filled';
import { percentText } from '@/lib/domain/progress/percent';
import { colon } from '@/lib/format/colon';
import { formatDateTime } from '@/lib/format/date';
import { remarkName } from './remark-names';

type Sent = ReportAnswer['sendings'][number];
type Props = { report: ReportAnswer; names: Readonly<Record<string, string>> };

/** 回执: each time it was sent, with the server's time and the hash, and what was decided on it. */
export function ReceiptsCard({ report, names }: Props) {
  const t = useTranslations('progress.receipts');
  const locale = useLocale();
  const word = useTranslations('progress.fields');
  const named = itemNames(report.planned, names);
  const when = (at: string) => formatDateTime(new Date(at), locale);
  const verdict = ({ decision }: Sent) => {
    if (!decision) return null;
    const { verdict: is, actor, material, remarks, decidedAt } = decision;
    return (
      <div className="mt-1 space-y-1">
        <p className={is === 'accepted' ? 'text-green-ink' : 'text-amber-ink'}>
          {`${when(decidedAt)} ${t(is, { who: actor })}`}
          {is === 'returned' && t(material ? 'materialYes' : 'materialNo')}
        </p>
        <ul className="list-disc pl-5">
          {remarks.map(({ field, text }) => (
            <li key={field}>{`${remarkName(field, named, word)}${colon(locale)}${text}`}</li>
          ))}
        </ul>
      </div>
    );
  };
  return (
    <Card title={t('title')} description={t('whyHash')} id="receipts">
      <Timeline
        empty={t('none')}
        events={report.sendings.map((sent) => ({
          key: String(sent.no),
          dateTime: sent.receivedAt,
          when: `${t('received')} ${when(sent.receivedAt)}`,
          who: sent.actor,
          title: `${t('no', { no: sent.no })} · ${t('percent', { percent: percentText(sent.percentBp) })}`,
          tone: sent.decision?.verdict === 'accepted' ? 'green' : sent.decision ? 'amber' : 'accent',
          children: (
            <>
              <p className="flex flex-wrap items-center gap-x-2 text-ink-3">
                {t('hash')}
                <Copyable text={sent.hash} />
              </p>
              {verdict(sent)}
            </>
          ),
        }))}
      />
    </Card>
  );
}
