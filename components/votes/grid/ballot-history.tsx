'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Thumbnail } from '@/components/ui/thumbnail';
import { Timeline } from '@/components/ui/timeline';
import type { Tone } from '@/components/ui/tone';
import { today } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import type { BallotView } from '@/lib/domain/votes/answers';
import { BALLOT_KIND_LABELS, CHANNEL_LABELS, CHOICE_LABELS } from '@/lib/domain/votes/labels';
import type { Choice } from '@/lib/domain/votes/types';
import { colon } from '@/lib/format/colon';
import { formatDate } from '@/lib/format/date';
import type { MenuChoice } from '../menu-picker';

const TONES: Record<Choice, Tone> = { agree: 'green', disagree: 'red', abstain: 'neutral' };

type Props = {
  ballots: readonly BallotView[];
  standing: string | null;
  menu: readonly MenuChoice[];
  evidence: boolean;
};

/** Every ballot that this household ever had in the round, the latest first: none is ever taken away. */
export function BallotHistory({ ballots, standing, menu, evidence }: Props) {
  const t = useTranslations('voteGrid.history');
  const locale = useLocale();
  const format = useFormatter();
  return (
    <Timeline
      empty={t('empty')}
      events={ballots.map((ballot) => ({
        key: ballot.id,
        dateTime: ballot.recordedAt,
        when: format.dateTime(new Date(ballot.recordedAt), 'moment'),
        who: `${ballot.recordedBy.name || t('colleague')} · ${t(`doors.${ballot.source as 'single'}`)}`,
        tone: ballot.choice ? TONES[ballot.choice] : 'neutral',
        title: (
          <span className="inline-flex flex-wrap items-center gap-1.5">
            {labelIn(BALLOT_KIND_LABELS[ballot.kind], locale)}
            {ballot.choice && `${colon(locale)}${labelIn(CHOICE_LABELS[ballot.choice], locale)}`}
            {ballot.id === standing && ballot.choice && <Badge tone="accent">{t('stands')}</Badge>}
          </span>
        ),
        children: <Facts ballot={ballot} menu={menu} evidence={evidence} />,
      }))}
    />
  );
}

function Facts({ ballot, menu, evidence }: { ballot: BallotView; menu: readonly MenuChoice[]; evidence: boolean }) {
  const t = useTranslations('voteGrid.history');
  const locale = useLocale();
  const format = useFormatter();
  const names = new Map(menu.map((item) => [item.code, locale === 'en' ? item.nameEn : item.name]));
  const facts: [string, string | null | undefined][] = [
    [t('reason'), ballot.reason],
    [t('channel'), labelIn(CHANNEL_LABELS[ballot.channel], locale)],
    [t('formNo'), ballot.formNo],
    [t('collected'), `${ballot.collector} · ${formatDate(today(new Date(ballot.collectedAt)), locale)}`],
    [t('device'), ballot.deviceAt && format.dateTime(new Date(ballot.deviceAt), 'moment')],
    [t('proxy'), ballot.proxy?.name],
    [t('wanted'), ballot.wanted.map((code) => names.get(code) ?? code).join('、')],
    [t('problems'), ballot.problems],
  ];
  const photos = [
    ballot.photoFileId && { id: ballot.photoFileId, alt: t('photo') },
    ballot.proxy && { id: ballot.proxy.fileId, alt: t('authorisation') },
  ].filter((one) => one !== null && one !== '');
  return (
    <div className="space-y-1.5 text-ink-2">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {ballot.samePhoto.length > 0 && (
        <p className="rounded-md bg-amber-soft px-2.5 py-1.5 text-amber-ink">
          {t('samePhoto', { where: ballot.samePhoto.join('、') })}
        </p>
      )}
      {ballot.check && (
        <p className={ballot.check.verdict === 'right' ? 'text-green-ink' : 'text-red-ink'}>
          {t(ballot.check.verdict === 'right' ? 'checkedRight' : 'checkedWrong', {
            name: ballot.check.by || t('colleague'),
            when: format.dateTime(new Date(ballot.check.at), 'moment'),
          })}
          {ballot.check.note && `${colon(locale)}${ballot.check.note}`}
        </p>
      )}
      {photos.length > 0 &&
        (evidence ? (
          <ul className="flex gap-2">
            {photos.map(({ id, alt }) => (
              <li key={id} className="w-28">
                <a
                  href={`/api/v1/files/${id}`}
                  target="_blank"
                  rel="noreferrer"
                  className="block overflow-hidden rounded-md border border-line bg-sunken"
                >
                  <Thumbnail file={{ id }} alt={alt} />
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-3">{t('photoKept')}</p>
        ))}
      <p className="text-xs text-ink-3">
        {t('hash', { seq: ballot.seq })} <code className="break-all">{ballot.hash.slice(0, 16)}…</code>
      </p>
    </div>
  );
}
