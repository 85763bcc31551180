'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/text-link';
import { type Problem, sentencesOf } from '@/lib/client/api';
import type { CheckItem } from '@/lib/domain/votes/check-list';
import { formatDateTime } from '@/lib/format/date';
import { BallotFacts } from './ballot-facts';
import { BallotPhoto } from './ballot-photo';

type Props = {
  item: CheckItem;
  menu: Readonly<Record<string, string>>;
  takesChecks: boolean;
  correctHref?: string;
  problem: Problem | undefined;
};

/** The form beside what was recorded of it, and what stands in the way of looking. */
export function CheckedBallot({ item, menu, takesChecks, correctHref, problem }: Props) {
  const t = useTranslations('voteDesk.checks');
  return (
    <div className="grid gap-5 p-4 lg:grid-cols-2">
      <BallotPhoto where={item.where} ballot={item.ballot} />
      <div className="min-w-0 space-y-4">
        <h2 className="text-lg font-semibold">{item.where}</h2>
        <BallotFacts ballot={item.ballot} menu={menu} />
        {item.mine && !item.ballot.check && <Banner title={t('mine')} />}
        {!takesChecks && <Banner title={t('over')} />}
        {item.ballot.check && <Seen item={item} check={item.ballot.check} correctHref={correctHref} />}
        {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
        <p className="text-sm text-ink-3 max-xl:hidden">{t('keys')}</p>
      </div>
    </div>
  );
}

type SeenProps = {
  item: CheckItem;
  check: NonNullable<CheckItem['ballot']['check']>;
  correctHref?: string;
};

/** What the second person said, and the way to put a wrong one right. */
function Seen({ item, check, correctHref }: SeenProps) {
  const t = useTranslations('voteDesk.checks');
  const locale = useLocale();
  return (
    <Banner
      tone={check.verdict === 'right' ? 'green' : 'red'}
      title={t(`states.${check.verdict}`)}
      action={
        check.verdict === 'wrong' &&
        correctHref && (
          <TextLink href={`${correctHref}?building=${item.buildingId}&home=${item.ballot.householdId}`}>
            {t('correct')}
          </TextLink>
        )
      }
    >
      {t('checkedBy', {
        name: check.by,
        when: formatDateTime(new Date(check.at), locale),
      })}
    </Banner>
  );
}
