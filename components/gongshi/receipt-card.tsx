import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import { isBareUnit } from '@/lib/domain/compounds/dwelling-name';
import { labelIn } from '@/lib/domain/kernel/label';
import type { Receipt } from '@/lib/domain/notices/answers';
import { CHANNEL_LABELS, CHOICE_LABELS, ROUND_LABELS } from '@/lib/domain/votes/labels';
import { formatDate } from '@/lib/format/date';
import { NONE } from '@/lib/format/number';
import { ObjectionForm } from './objection-form';

/** How one household is recorded in one round; a way to object while the result is published. */
export function ReceiptCard({ receipt, code }: { receipt: Receipt; code: string }) {
  const t = useTranslations('gongshi.receipt');
  const locale = useLocale();
  const { choice, unitNo } = receipt;
  const home = [receipt.building, unitNo && (isBareUnit(unitNo) ? t('unit', { unit: unitNo }) : unitNo), receipt.room]
    .filter(Boolean)
    .join(' ');
  const recorded = choice ? labelIn(CHOICE_LABELS[choice], locale) : t(receipt.annulled ? 'annulled' : 'notReturned');
  return (
    <div className="space-y-4">
      {receipt.cancelled && <Banner tone="amber" title={t('cancelled')} />}
      <Card>
        <p className="text-3xl font-semibold first-letter:uppercase">{recorded}</p>
        <div className="mt-4">
          <DefinitionList
            columns={2}
            items={[
              { term: t('compound'), value: receipt.compound },
              { term: t('home'), value: home },
              {
                term: t('round'),
                value: t('attempt', {
                  round: labelIn(ROUND_LABELS[receipt.round], locale),
                  attempt: String(receipt.attempt),
                }),
              },
              { term: t('choice'), value: recorded },
              { term: t('channel'), value: receipt.channel ? labelIn(CHANNEL_LABELS[receipt.channel], locale) : NONE },
              { term: t('day'), value: formatDate(receipt.collectedOn, locale) },
            ]}
          />
        </div>
        <p className="mt-4 text-sm text-ink-3">{t('only')}</p>
        {receipt.noticeId && (
          <p className="mt-2">
            <TextLink href={`/gongshi/${receipt.noticeId}`}>{t('seeNotice')}</TextLink>
          </p>
        )}
      </Card>
      {receipt.mayObject ? (
        <Card
          title={t('wrong')}
          description={t('wrongText', { day: formatDate(receipt.endsOn, locale) })}
          className="no-print"
        >
          <ObjectionForm path="/api/receipt/objections" more={{ code }} />
        </Card>
      ) : (
        <p className="no-print text-sm text-ink-2">{t('later')}</p>
      )}
    </div>
  );
}
