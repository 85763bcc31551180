'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import { useWatch } from '@/lib/client/use-watch';
import type { GridFilter } from '@/lib/domain/votes/grid';
import { laterOf, type Picture, type Pulse, withPulse } from '@/lib/domain/votes/pulse';
import { WatchSign } from '../watch-sign';
import { BuildingChips } from './building-chips';
import type { DeskRound } from './desk-round';
import { GridDesk } from './grid-desk';
import { RoundPulse } from './round-pulse';

type Props = {
  round: DeskRound;
  /** whether others may be recording */
  open: boolean;
  /** a Picture, written as text: React would walk through each of four hundred homes */
  page: string;
  show: GridFilter;
  /** the household that the address names */
  home?: string;
};

/** The round and one of its buildings, as they are now and not as they were when the page was opened. */
export function LiveGrid({ round, open, page, show, home }: Props) {
  const router = useRouter();
  const read = useMemo(() => JSON.parse(page) as Picture, [page]);
  const [live, setLive] = useState<Picture>();
  const picture = laterOf(read, live);
  const shown = useRef(picture);
  shown.current = picture;
  const watched = useWatch<Pulse>(`${round.id} ${read.building.id}`, {
    active: open,
    path: () => {
      const { seq, asOf, building } = shown.current;
      const known = new URLSearchParams({ since: String(seq), building: building.id, at: asOf });
      return `/api/v1/rounds/${round.id}/pulse?${known}`;
    },
    onAnswer: (pulse) => {
      setLive(withPulse(shown.current, pulse));
      // closed meanwhile: what one may do is another thing now
      if (pulse.status !== 'open') router.refresh();
    },
  });
  return (
    <>
      <RoundPulse tally={picture.tally} verdict={picture.verdict ?? undefined} />
      <BuildingChips roundId={round.id} buildings={picture.buildings} shown={picture.building.id} show={show} />
      <WatchSign {...watched} />
      <GridDesk key={picture.building.id} round={round} picture={picture} show={show} home={home} />
    </>
  );
}
