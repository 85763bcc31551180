'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { IconButton } from '@/components/ui/icon-button';
import { textLinkStyle } from '@/components/ui/text-link';
import type { Problem } from '@/lib/client/api';

const MOST = 20;

type Props = {
  problem: Problem;
  refusals: ReadonlyMap<string, string[]>;
  whereOf: (id: string) => string;
  onStand: (id: string) => void;
  onClose: () => void;
};

/** Nothing of the request was recorded: what stood in the way, household by household. */
export function Refusals({ problem, refusals, whereOf, onStand, onClose }: Props) {
  const t = useTranslations('voteGrid.refusals');
  const general = (problem.reasons ?? []).filter(({ field }) => !field?.startsWith('ballots.'));
  const lines = [...refusals].slice(0, MOST).map(([id, sentences]) => (
    <span key={id}>
      <button type="button" className={textLinkStyle} onClick={() => onStand(id)}>
        {whereOf(id)}
      </button>
      ：{sentences.join(' ')}
    </span>
  ));
  return (
    <div className="mt-4">
      <Banner
        live
        tone="red"
        title={problem.status === 0 ? problem.title : t('title')}
        list={[
          ...(refusals.size === 0 && general.length === 0 ? [problem.detail] : []),
          ...general.map(({ message }) => message),
          ...lines,
          ...(refusals.size > MOST ? [t('more', { count: refusals.size - MOST })] : []),
        ]}
        action={
          <IconButton label={t('close')} size="sm" onClick={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        }
      />
    </div>
  );
}
