'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { TickList } from '@/components/ui/tick-list';
import { api, type Problem, sentencesOf } from '@/lib/client/api';
import { useLatest } from '@/lib/client/use-latest';
import type { LiveAnswer, WhatIfAnswer } from '@/lib/domain/scorecards/live-answers';
import { pointsText, useScoreWords } from './score-words';

const MOST = 60;

function Result({ answer }: { answer: WhatIfAnswer }) {
  const { t, nameOf } = useScoreWords();
  const [from, to] = [pointsText(answer.from), pointsText(answer.to)];
  if (answer.from === answer.to) return <Banner live tone="neutral" title={t('whatIf.same', { from })} />;
  const gain = pointsText(answer.to - answer.from);
  return (
    <Banner
      live
      tone="accent"
      title={t('whatIf.result', { from, to, gain, grade: nameOf(answer.grade) })}
      list={answer.moved.map(({ criterion, text, from: was, to: is }) =>
        t('whatIf.moved', { id: criterion, text, from: pointsText(was), to: pointsText(is) }),
      )}
    />
  );
}

type Props = Pick<LiveAnswer, 'county' | 'year' | 'completeBy' | 'today' | 'projects'>;

/** 假如: projects are ticked, a day is set, and the score says what it would be. */
export function WhatIf({ county, year, completeBy, today, projects }: Props) {
  const { t } = useScoreWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [on, setOn] = useState<string>(today > completeBy ? today : completeBy);
  const [accepted, setAccepted] = useState(false);
  const [answer, setAnswer] = useState<WhatIfAnswer>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const latest = useLatest();
  const open = projects.filter((one) => one.open > 0);

  async function ask() {
    setBusy(true);
    const query = new URLSearchParams({ year: String(year), on, accepted: String(accepted) });
    for (const id of chosen) query.append('project', id);
    const result = await latest(() =>
      api<WhatIfAnswer>('GET', `/api/v1/scorecards/live/${county.id}/what-if?${query}`),
    );
    setBusy(false);
    if (!result) return;
    setAnswer(result.ok ? result.value : undefined);
    setProblem(result.ok ? undefined : result.problem);
  }

  return (
    <Card id="what-if" title={t('whatIf.title')} description={t('whatIf.text')}>
      {open.length === 0 ? (
        <p className="text-sm text-ink-3">{t('whatIf.allDone')}</p>
      ) : (
        <div className="space-y-3">
          <TickList
            options={open.map(({ id, name, code, stage, open: count }) => ({
              ...{ value: id, label: name, search: `${name} ${code}`.toLowerCase() },
              hint: t('whatIf.hint', { stage: String(Math.min(stage, 10)), count }),
            }))}
            chosen={chosen}
            onChange={setChosen}
            most={MOST}
            className="max-h-72"
            words={{
              search: t('whatIf.search'),
              chosen: t('whatIf.chosen', { count: chosen.size }),
              nothing: t('whatIf.nothing'),
              more: t('whatIf.more', { count: MOST }),
            }}
          />
          <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
            <Field label={t('whatIf.on')}>
              <Input type="date" value={on} onChange={(event) => setOn(event.target.value)} />
            </Field>
            <Checkbox
              label={t('whatIf.accepted')}
              checked={accepted}
              onChange={(event) => setAccepted(event.target.checked)}
            />
            <Button onClick={ask} busy={busy} disabled={chosen.size === 0 || on === ''}>
              {t('whatIf.submit')}
            </Button>
          </div>
          {problem && <Banner live tone="red" title={sentencesOf(problem).join(' ')} />}
          {answer && <Result answer={answer} />}
        </div>
      )}
    </Card>
  );
}
