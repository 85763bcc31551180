'use client';

import { useRouter } from 'next/navigation';
import { useWatch } from '@/lib/client/use-watch';
import type { Pulse } from '@/lib/domain/votes/pulse';
import { WatchSign } from './watch-sign';

/** Reads the page anew when something was recorded behind the link of the chain that it shows. */
export function RoundWatch({ roundId, seq }: { roundId: string; seq: number }) {
  const router = useRouter();
  const watched = useWatch<Pulse>(roundId, {
    active: true,
    path: () => `/api/v1/rounds/${roundId}/pulse?since=${seq}`,
    onAnswer: ({ changed }) => changed && router.refresh(),
  });
  return <WatchSign {...watched} />;
}
