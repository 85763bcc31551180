'use client';

import { ChevronDown, Combine, PowerOff, Split } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { useLate } from '@/components/ui/use-late';
import type { Named } from '@/lib/domain/compounds/answers';
import { MERGE, RETIRE_COMPOUND, SPLIT } from './late-dialogs';

type Props = { compound: Named & { version: number }; countyId: string; buildings: readonly Named[] };

/** The rare and weighty ones, out of the way of everyday work. */
export function MoreActions({ compound, countyId, buildings }: Props) {
  const t = useTranslations('compounds');
  const [open, setOpen] = useState<'merge' | 'split' | 'retire'>();
  const close = () => setOpen(undefined);
  const MergeDialog = useLate(MERGE, open === 'merge', close);
  const SplitDialog = useLate(SPLIT, open === 'split', close);
  const RetireCompound = useLate(RETIRE_COMPOUND, open === 'retire', close);
  return (
    <>
      <DropdownMenu
        label={t('actions.more')}
        trigger={
          <Button>
            {t('actions.more')}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
        items={[
          { label: t('actions.merge'), icon: <Combine aria-hidden="true" />, onSelect: () => setOpen('merge') },
          {
            label: t('actions.split'),
            icon: <Split aria-hidden="true" />,
            disabled: buildings.length < 2,
            onSelect: () => setOpen('split'),
          },
          {
            label: t('actions.retire'),
            icon: <PowerOff aria-hidden="true" />,
            danger: true,
            apart: true,
            onSelect: () => setOpen('retire'),
          },
        ]}
      />
      {MergeDialog && <MergeDialog compound={compound} countyId={countyId} onClose={close} />}
      {SplitDialog && <SplitDialog compound={compound} buildings={buildings} onClose={close} />}
      {RetireCompound && <RetireCompound compound={compound} onClose={close} />}
    </>
  );
}
