'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { labelIn } from '@/lib/domain/kernel/label';
import type { RoundView } from '@/lib/domain/votes/answers';
import { outcomeOf } from '@/lib/domain/votes/count';
import { OUTCOME_LABELS, ROUND_LABELS } from '@/lib/domain/votes/labels';
import { ConditionList, type SaidCondition } from './condition-list';

type Props = {
  round: Pick<RoundView, 'id' | 'round' | 'compound' | 'version' | 'verdicts' | 'status'>;
  step: 'open' | 'close' | 'certify';
  conditions: readonly SaidCondition[];
  mayTake: boolean;
};

const WORDS = { open: 'openButton', close: 'closeButton', certify: 'certifyButton' } as const;
const TEXTS = { open: 'openText', close: 'closeText', certify: 'certifyText' } as const;
const ASKS = { open: 'openConfirm', close: 'closeConfirm', certify: 'certifyConfirm' } as const;

/** What the round needs before its next step, each with where it is put right; and the step itself. */
export function NextStep({ round, step, conditions, mayTake }: Props) {
  const t = useTranslations('votes');
  const locale = useLocale();
  const router = useRouter();
  const { act, busy, problem } = useAct<RoundView>(() => router.refresh());
  const ready = conditions.every(({ met }) => met);
  const outcome = outcomeOf(round.verdicts);
  const words = {
    name: round.compound.name,
    round: labelIn(ROUND_LABELS[round.round], locale),
    outcome: labelIn(OUTCOME_LABELS[outcome], locale),
  };
  async function take() {
    if (!(await act('POST', `/api/v1/rounds/${round.id}/${step}`, { version: round.version }))) return false;
    toast(t('next.done'));
    router.refresh();
  }
  return (
    <Card title={t(`next.${step}`)} id="next" description={t(`next.${TEXTS[step]}`)}>
      {conditions.length > 0 && (
        <div className="mb-4">
          <ConditionList conditions={conditions} />
        </div>
      )}
      {problem && <Banner tone="red" title={problem.title} list={sentencesOf(problem)} live />}
      {mayTake ? (
        <ConfirmDialog
          title={t(`next.${ASKS[step]}`, words)}
          description={t(`next.${TEXTS[step]}`)}
          confirmLabel={t(`next.${WORDS[step]}`)}
          errors={problem && sentencesOf(problem)}
          onConfirm={take}
          trigger={
            <Button variant="primary" disabled={!ready} busy={busy} className="w-full">
              {t(`next.${WORDS[step]}`)}
            </Button>
          }
        />
      ) : (
        step === 'certify' && <p className="text-sm text-ink-3">{t('next.waitsForCounty')}</p>
      )}
    </Card>
  );
}
