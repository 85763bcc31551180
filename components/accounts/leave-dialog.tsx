'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';

type Props = { unsent: number; onDiscard: () => unknown; onStay: () => void };

/** Signing out takes everything from the device: what has not been sent would be lost. */
export default function LeaveDialog({ unsent, onDiscard, onStay }: Props) {
  const t = useTranslations('frame.leaving');
  return (
    <ConfirmDialog
      open
      danger
      title={t('title', { count: unsent })}
      description={t('text')}
      confirmLabel={t('discard')}
      onConfirm={onDiscard}
      onOpenChange={(open) => !open && onStay()}
    />
  );
}
