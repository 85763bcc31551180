'use client';

import { Eye, Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { textLinkStyle } from '@/components/ui/text-link';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { DrawnHome } from '@/lib/domain/votes/drawn';

const SHOWN_MS = 60_000;

type Props = { owner: DrawnHome['owners'][number]; mayReveal: boolean };

/** One owner, masked; in clear for a minute after a reason was given, with the number to be dialled at once. */
export function OwnerPhone({ owner, mayReveal }: Props) {
  const t = useTranslations('voteDesk.callBacks');
  const [clear, setClear] = useState<{ name: string; phone: string | null }>();
  const { act, problem } = useAct<{ name: string; phone: string | null }>();

  useEffect(() => {
    if (!clear) return;
    const timer = setTimeout(() => setClear(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [clear]);

  const { name, phone } = clear ?? owner;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span className="font-medium">{name}</span>
      {clear?.phone ? (
        <a href={`tel:${clear.phone}`} className={textLinkStyle}>
          <Phone aria-hidden="true" className="mr-1 inline size-3.5" />
          {clear.phone}
        </a>
      ) : (
        <span className="text-ink-3">{phone ?? t('noPhone')}</span>
      )}
      {mayReveal && !clear && owner.kind === 'person' && (
        <ConfirmDialog
          title={t('revealTitle')}
          description={t('revealText')}
          confirmLabel={t('revealConfirm')}
          reason={{ label: t('revealLabel'), hint: t('revealHint'), min: 4 }}
          errors={problem && sentencesOf(problem)}
          onConfirm={async (reason) => {
            const answer = await act('POST', `/api/v1/owners/${owner.id}/reveal`, { body: { reason } });
            if (typeof answer === 'object') setClear(answer);
            return answer !== undefined;
          }}
          trigger={
            <IconButton label={`${t('reveal')} ${owner.name}`} size="sm">
              <Eye aria-hidden="true" />
            </IconButton>
          }
        />
      )}
    </span>
  );
}
