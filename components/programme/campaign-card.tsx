import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { LinkButton } from '@/components/ui/link-button';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { CampaignAnswer, CampaignDetail } from '@/lib/domain/programme/answers';
import { formatDate } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';

/** Facts of a campaign in words. */
export function useCampaignFacts() {
  const t = useTranslations('programme');
  const locale = useLocale();
  const day = (text: string) => formatDate(calendarDateOf(text), locale);
  return (campaign: CampaignAnswer) => [
    { term: t('dates'), value: t('period', { from: day(campaign.opensOn), to: day(campaign.closesOn) }) },
    ...(campaign.baselineOn && campaign.documentNo
      ? [
          { term: t('baselineOn'), value: day(campaign.baselineOn) },
          { term: t('documentNo'), value: campaign.documentNo },
        ]
      : []),
  ];
}

export function CampaignCard({ campaign }: { campaign: CampaignDetail }) {
  const t = useTranslations('programme');
  const factsOf = useCampaignFacts();
  const { live, inForce } = campaign.sum;
  const shown = inForce ?? live;
  const unit = t('unitFigure', {
    compounds: formatCount(shown.compounds),
    households: formatCount(shown.households),
  });
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {campaign.name}
          <Badge tone={campaign.status === 'frozen' ? 'neutral' : 'accent'}>{t(`status.${campaign.status}`)}</Badge>
        </span>
      }
      action={
        <LinkButton
          href={`/programme/campaigns/${campaign.id}`}
          prefetch={false}
          size="sm"
          aria-label={t('detailOf', { name: campaign.name })}
        >
          {t('detail')}
        </LinkButton>
      }
    >
      <DefinitionList
        columns={4}
        items={[
          ...factsOf(campaign),
          ...(campaign.counties.length > 0 ? [{ term: inForce ? t('inForce') : t('live'), value: unit }] : []),
        ]}
      />
    </Card>
  );
}
