'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import type { Named } from '@/lib/domain/compounds/answers';
import { useSave } from './use-save';

type Props = { compound: Named & { version: number }; onClose: () => void };

/** Takes a compound off the list, with the reason why. */
export function RetireCompound({ compound, onClose }: Props) {
  const t = useTranslations('compounds.retire');
  const { save, lines } = useSave();
  return (
    <ConfirmDialog
      open
      danger
      title={t('title', { name: compound.name })}
      description={t('description')}
      confirmLabel={t('confirm')}
      reason={{}}
      errors={lines}
      onOpenChange={(next) => !next && onClose()}
      onConfirm={async (reason) => {
        const path = `/api/v1/compounds/${compound.id}/retire`;
        const send = { body: { reason }, version: compound.version };
        return (await save('POST', path, send, t('done', { name: compound.name }))) !== null;
      }}
    />
  );
}
