'use client';

import { MessageSquarePlus, MessagesSquare } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { labelIn } from '@/lib/domain/kernel/label';
import type { ObjectionView } from '@/lib/domain/notices/answers';
import { OBJECTION_SOURCE_LABELS, VERDICT_LABELS } from '@/lib/domain/notices/labels';
import { CHOICE_LABELS } from '@/lib/domain/votes/labels';
import { formatDateTime } from '@/lib/format/date';
import { AnswerDialog } from './answer-dialog';
import { EnterObjection } from './enter-objection';
import { RevealContact } from './reveal-contact';

export interface ObjectionRights {
  enter: boolean;
  answer: boolean;
  reveal: boolean;
}

type Props = {
  noticeId: string;
  /** the round whose result is published */
  roundId: string | null;
  objections: readonly ObjectionView[];
  rights: ObjectionRights;
};

/** Unanswered ones first: each waits for somebody. */
export function ObjectionsCard({ noticeId, roundId, objections, rights }: Props) {
  const t = useTranslations('notices.objections');
  const [entering, setEntering] = useState(false);
  const enter = rights.enter && (
    <Button size="sm" icon={<MessageSquarePlus aria-hidden="true" />} onClick={() => setEntering(true)}>
      {t('enter')}
    </Button>
  );
  return (
    <Card id="objections" title={t('title')} description={t('text')} action={enter} className="no-print">
      {objections.length === 0 && <EmptyState icon={<MessagesSquare aria-hidden="true" />} title={t('empty')} />}
      <ul className="divide-y divide-line">
        {objections.map((objection) => (
          <Objection key={objection.id} objection={objection} rights={rights} />
        ))}
      </ul>
      {entering && <EnterObjection noticeId={noticeId} roundId={roundId} onClose={() => setEntering(false)} />}
    </Card>
  );
}

function Objection({ objection, rights }: { objection: ObjectionView; rights: ObjectionRights }) {
  const t = useTranslations('notices.objections');
  const locale = useLocale();
  const [answering, setAnswering] = useState(false);
  const { household, verdict, ballot } = objection;
  const when = (moment: string | null) => formatDateTime(moment ? new Date(moment) : null, locale);
  const choiceOf = (choice: keyof typeof CHOICE_LABELS | null) =>
    choice ? labelIn(CHOICE_LABELS[choice], locale) : '';
  const standing = household?.choice
    ? choiceOf(household.choice)
    : household?.hasBallot
      ? t('annulled')
      : t('noBallot');
  return (
    <li className="space-y-2 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-3">
        {verdict ? (
          <Badge>{labelIn(VERDICT_LABELS[verdict], locale)}</Badge>
        ) : (
          <Badge tone="amber">{t('waiting')}</Badge>
        )}
        <span>
          {t('received', {
            when: when(objection.receivedAt),
            source: labelIn(OBJECTION_SOURCE_LABELS[objection.source], locale),
          })}
        </span>
        {objection.receivedBy && <span>{t('by', { name: objection.receivedBy })}</span>}
      </div>
      {household && (
        <p className="text-sm font-medium">{t('household', { where: household.where, choice: standing })}</p>
      )}
      <p className="whitespace-pre-line">{objection.content}</p>
      {verdict && (
        <div className="rounded-md bg-sunken px-3 py-2 text-sm">
          <p className="whitespace-pre-line">{objection.reply}</p>
          {ballot && (
            <p className="mt-1 font-medium">{t(`changed.${ballot.kind}`, { choice: choiceOf(ballot.choice) })}</p>
          )}
          <p className="mt-1 text-ink-3">
            {t('answeredBy', { when: when(objection.answeredAt), name: objection.answeredBy ?? '' })}
          </p>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {!verdict && rights.answer && (
          <Button size="sm" onClick={() => setAnswering(true)}>
            {t('answer')}
          </Button>
        )}
        {objection.hasContact && rights.reveal && <RevealContact objectionId={objection.id} />}
      </div>
      {answering && <AnswerDialog objection={objection} onClose={() => setAnswering(false)} />}
    </li>
  );
}
