import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import { labelIn } from '@/lib/domain/kernel/label';
import type { BallotView } from '@/lib/domain/votes/answers';
import { CHANNEL_LABELS, CHOICE_LABELS } from '@/lib/domain/votes/labels';
import type { Choice } from '@/lib/domain/votes/types';
import { formatDateTime } from '@/lib/format/date';

const TONES: Record<Choice, Tone> = { agree: 'green', disagree: 'red', abstain: 'neutral' };

export function ChoiceBadge({ choice }: { choice: Choice | null }) {
  const locale = useLocale();
  return choice && <Badge tone={TONES[choice]}>{labelIn(CHOICE_LABELS[choice], locale)}</Badge>;
}

type Props = { ballot: BallotView; menu: Readonly<Record<string, string>> };

/** What was recorded, in the order in which a form says it. */
export function BallotFacts({ ballot, menu }: Props) {
  const t = useTranslations('voteDesk.checks');
  const locale = useLocale();
  const when = (instant: string) => formatDateTime(new Date(instant), locale);
  const { choice, proxy, wanted, problems, check, reason } = ballot;
  const items: (Definition | false)[] = [
    {
      term: t('choice'),
      value: choice && <span className="text-lg font-semibold">{labelIn(CHOICE_LABELS[choice], locale)}</span>,
    },
    { term: t('channel'), value: labelIn(CHANNEL_LABELS[ballot.channel], locale) },
    { term: t('formNo'), value: ballot.formNo },
    proxy !== null && {
      term: t('proxy'),
      value: (
        <>
          {proxy.name}{' '}
          <TextLink href={`/api/v1/files/${proxy.fileId}?inline=1`} target="_blank">
            {t('proxyPhoto')}
          </TextLink>
        </>
      ),
    },
    wanted.length > 0 && { term: t('wanted'), value: wanted.map((code) => menu[code] ?? code).join('、'), wide: true },
    problems !== null && { term: t('problems'), value: problems, wide: true },
    { term: t('collector'), value: ballot.collector },
    { term: t('collectedAt'), value: when(ballot.collectedAt) },
    { term: t('recordedBy'), value: ballot.recordedBy.name },
    { term: t('recordedAt'), value: when(ballot.recordedAt) },
    reason !== null && { term: t(ballot.kind === 'recorded' ? 'because' : 'corrected'), value: reason, wide: true },
    check?.note != null && { term: t('note'), value: check.note, wide: true },
  ];
  return <DefinitionList columns={2} items={items.filter((item): item is Definition => item !== false)} />;
}
