'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { facadeOf } from '@/components/buildings/facade';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toast-store';
import { isBareUnit } from '@/lib/domain/compounds/dwelling-name';
import { sumAreas } from '@/lib/domain/kernel/area';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { labelIn } from '@/lib/domain/kernel/label';
import { countsOf, type GridFilter, type GridHome, isShown } from '@/lib/domain/votes/grid';
import { CHOICE_LABELS } from '@/lib/domain/votes/labels';
import type { Picture } from '@/lib/domain/votes/pulse';
import type { BallotInput } from '@/lib/domain/votes/schema';
import type { Choice } from '@/lib/domain/votes/types';
import { formatAreaNumber } from '@/lib/format/area';
import { collectedAt } from './ballot-values';
import type { CellState } from './cell-look';
import { BallotConflict } from './conflict-dialog';
import { type DeskRound, gridHref } from './desk-round';
import { FacadeGrid } from './facade-grid';
import { GridFilters } from './grid-filters';
import { GridLegend } from './grid-legend';
import { HomeSheet } from './home-sheet';
import { type HowCollected, RecordBar } from './record-bar';
import { Refusals } from './refusals';
import { useChoosing } from './use-choosing';
import { useOverlay } from './use-overlay';
import { useRecording } from './use-recording';
import { useTakenAway } from './use-taken-away';

type Props = {
  round: DeskRound;
  picture: Picture;
  show: GridFilter;
  /** the household that the address names */
  home?: string;
};

const NOTHING: readonly BallotInput[] = [];

/** How it is collected stays as it was set while one goes from building to building. */
const settings = new Map<string, HowCollected>();

function useHow({ id, today }: DeskRound): [HowCollected, (how: HowCollected) => void] {
  const [how, setHow] = useState<HowCollected>(
    () => settings.get(id) ?? { channel: 'paper', day: today, collector: '' },
  );
  return [
    how,
    (next) => {
      settings.set(id, next);
      setHow(next);
    },
  ];
}

/** A building at the desk: looked at, chosen in, recorded. */
export function GridDesk({ round, picture, show: given, home: named }: Props) {
  const t = useTranslations('voteGrid');
  const locale = useLocale();
  const router = useRouter();
  const [show, setShow] = useState(given);
  const [open, setOpen] = useState(named);
  const [how, setHow] = useHow(round);
  const recording = useRecording({
    roundId: round.id,
    source: 'many',
    onDone: ({ answer, sent }) => {
      accept(answer, sent);
      made(answer.ballots.map(({ id }) => id));
      choosing.drop(sent.map(({ householdId }) => householdId));
      const word = sent[0] ? labelIn(CHOICE_LABELS[sent[0].choice], locale) : '';
      toast(t('bar.done', { count: answer.ballots.length, choice: word }));
      router.refresh();
    },
  });
  const { busy, sent, clash, problem, refusals } = recording;
  const { building } = picture;
  const { homes, accept } = useOverlay(picture, busy ? sent : NOTHING);
  const facade = useMemo(() => facadeOf(homes), [homes]);
  const counts = useMemo(() => countsOf(homes), [homes]);
  const byId = useMemo(() => new Map(homes.map((home) => [home.id, home])), [homes]);
  const mayChoose = round.rights.record;
  const isIn = useCallback((home: GridHome) => isShown(show, home), [show]);
  const choosing = useChoosing({ facade, isShown: isIn, mayChoose, onOpen: setOpen, onChoice: record });
  const chosen = [...choosing.chosen].flatMap((id) => byId.get(id) ?? []);
  const opened = open === undefined ? undefined : byId.get(open);
  const at = homes.findIndex(({ id }) => id === open);
  const sending = useMemo(() => new Set(busy ? sent.map(({ householdId }) => householdId) : []), [busy, sent]);
  const { taken, forget, made } = useTakenAway({ homes: picture.homes, choosing, sending });

  function whereOf(id: string): string {
    const home = byId.get(id);
    if (!home) return '';
    const unit = home.unitNo && (isBareUnit(home.unitNo) ? t('unitOf', { unit: home.unitNo }) : home.unitNo);
    return [home.buildingName, unit, home.room].filter(Boolean).join(' ');
  }

  function record(choice: Choice, ids: readonly string[]) {
    if (busy || ids.length === 0) return;
    forget();
    const collector = how.collector.trim();
    const stated = collectedAt(how.day, round.today);
    void recording.send(
      ids.map((householdId) => ({
        householdId,
        choice,
        channel: how.channel,
        ...(collector && { collector }),
        ...(stated && { collectedAt: stated }),
      })),
    );
  }

  function filter(next: GridFilter) {
    setShow(next);
    choosing.clear();
    // the address says what is shown, without asking the server anew
    window.history.replaceState(null, '', gridHref(round.id, { building: building.id, show: next }));
  }

  const stateOf = (id: string): CellState =>
    sending.has(id) ? 'sending' : !busy && refusals.has(id) ? 'refused' : 'kept';
  const missing = homes.filter(({ choice }) => choice === null);
  const others = opened
    ? [
        ...homes
          .filter(({ id, voter }) => voter === opened.voter && id !== opened.id)
          .map(({ id, voter, choice }) => ({ id, voter, choice, buildingId: building.id, where: whereOf(id) })),
        ...picture.elsewhere.filter(({ voter }) => voter === opened.voter),
      ]
    : [];

  return (
    <>
      <Card title={t('title', { building: building.name })} description={t('description', { count: homes.length })}>
        <div className="no-print mb-3 flex flex-wrap items-center justify-between gap-2">
          <GridFilters show={show} counts={counts.filters} onShow={filter} />
          {mayChoose && missing.length > 0 && (
            <Button size="sm" onClick={() => choosing.setChosen(new Set(missing.map(({ id }) => id)))}>
              {t('chooseMissing', { count: missing.length })}
            </Button>
          )}
        </div>
        <div className="mb-4 border-b border-line pb-3">
          <GridLegend counts={counts} />
        </div>
        <FacadeGrid
          label={t('gridLabel', { building: building.name })}
          facade={facade}
          choosing={choosing}
          mayChoose={mayChoose}
          isShown={isIn}
          stateOf={stateOf}
          onOpen={setOpen}
        />
      </Card>
      {problem && !busy && (
        <Refusals
          problem={problem}
          refusals={refusals}
          whereOf={whereOf}
          onStand={choosing.standOn}
          onClose={recording.forget}
        />
      )}
      {round.rights.record && (
        <RecordBar
          count={chosen.length}
          area={formatAreaNumber(sumAreas(chosen.map(({ area }) => parseHundredths(area) ?? 0n)))}
          taken={chosen.filter(({ choice }) => choice !== null).length}
          takenAway={taken.map(whereOf)}
          how={how}
          today={round.today}
          recorder={round.rights.name}
          busy={busy}
          onHow={setHow}
          onChoose={(choice) => record(choice, [...choosing.chosen])}
          onOpen={chosen.length === 1 ? () => setOpen(chosen[0]?.id) : undefined}
          onClear={() => {
            forget();
            choosing.clear();
          }}
        />
      )}
      {clash && (
        <BallotConflict
          theirs={clash}
          mine={sent}
          whereOf={whereOf}
          busy={busy}
          onResolve={recording.resolve}
          onClose={recording.forget}
        />
      )}
      {opened && (
        <HomeSheet
          key={opened.id}
          round={round}
          home={opened}
          where={whereOf(opened.id)}
          others={others}
          previous={homes[at - 1]?.id}
          next={homes[at + 1]?.id}
          onOpen={setOpen}
          onMade={made}
          onRecorded={(answer, ballots) => {
            accept(answer, ballots);
            toast(t('sheet.recorded', { where: whereOf(opened.id) }));
            router.refresh();
          }}
          onClose={() => {
            setOpen(undefined);
            // back where one was: Radix gives focus to its trigger, and there is none
            requestAnimationFrame(() => choosing.standOn(opened.id));
          }}
        />
      )}
    </>
  );
}
