'use client';

import { Eye, Pencil, UserMinus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import type { HouseholdRow, OwnerMask } from '@/lib/domain/compounds/answers';
import { OWNER_KIND_LABELS } from '@/lib/domain/compounds/labels';
import type { OwnerKind } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { OwnerForm } from './owner-form';
import type { Rights } from './rights';
import { useSave } from './use-save';

const SHOWN_MS = 60_000;

type Props = {
  household: HouseholdRow;
  owner: OwnerMask;
  rights: Rights;
  onChanged: (household?: HouseholdRow) => void;
};

/** One owner, masked; in clear for a minute after a reason was given. */
export function OwnerLine({ household, owner, rights, onChanged }: Props) {
  const t = useTranslations('compounds.household');
  const locale = useLocale();
  const { save, lines } = useSave();
  const [clear, setClear] = useState<{ name: string; phone: string | null }>();
  const [asking, setAsking] = useState<'reveal' | 'end' | 'edit'>();

  useEffect(() => {
    if (!clear) return;
    const timer = setTimeout(() => setClear(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [clear]);

  const shown = clear ?? owner;
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="min-w-0 text-sm">
          <span className={clear ? 'font-semibold text-accent-ink' : 'font-medium'}>{shown.name}</span>
          <Badge className="ml-2">{labelIn(OWNER_KIND_LABELS[owner.kind as OwnerKind], locale)}</Badge>
          <span className="block text-ink-3">
            {[shown.phone, owner.dwellings > 1 && t('dwellings', { count: owner.dwellings })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <div className="flex">
          {rights.reveal && owner.kind === 'person' && (
            <IconButton label={t('reveal')} size="sm" onClick={() => setAsking('reveal')}>
              <Eye aria-hidden="true" />
            </IconButton>
          )}
          {rights.register && (
            <>
              <IconButton
                label={t('editOwner')}
                size="sm"
                onClick={() => setAsking(asking === 'edit' ? undefined : 'edit')}
              >
                <Pencil aria-hidden="true" />
              </IconButton>
              <IconButton label={t('endOwner')} size="sm" onClick={() => setAsking('end')}>
                <UserMinus aria-hidden="true" />
              </IconButton>
            </>
          )}
        </div>
      </div>
      {asking === 'edit' && (
        <OwnerForm
          owner={owner}
          onDone={() => {
            setAsking(undefined);
            onChanged();
          }}
        />
      )}
      {asking === 'reveal' && (
        <ConfirmDialog
          open
          title={t('revealTitle')}
          description={t('revealText')}
          confirmLabel={t('revealConfirm')}
          reason={{ label: t('revealLabel'), hint: t('revealHint'), min: 4 }}
          errors={lines}
          onOpenChange={(open) => !open && setAsking(undefined)}
          onConfirm={async (reason) => {
            const answer = await save<{ name: string; phone: string | null }>(
              'POST',
              `/api/v1/owners/${owner.id}/reveal`,
              { body: { reason } },
            );
            if (answer) setClear(answer);
            return answer !== null;
          }}
        />
      )}
      {asking === 'end' && (
        <ConfirmDialog
          open
          danger
          title={t('endTitle', { name: owner.name })}
          description={t('endText')}
          confirmLabel={t('endOwner')}
          reason={{}}
          errors={lines}
          onOpenChange={(open) => !open && setAsking(undefined)}
          onConfirm={async (reason) => {
            const path = `/api/v1/households/${household.id}/owners/${owner.id}/end`;
            const saved = await save<HouseholdRow>('POST', path, { body: { reason } });
            if (saved) onChanged(saved);
            return saved !== null;
          }}
        />
      )}
    </li>
  );
}
