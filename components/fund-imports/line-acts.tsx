'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FundWords } from '@/components/funds/words';
import { Button } from '@/components/ui/button';
import { FieldErrors } from '@/components/ui/field-errors';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { acceptedAs } from '@/lib/domain/funds/imports/accepting';
import type { ImportChoice, ImportLineView, StatementView } from '@/lib/domain/funds/imports/answers';
import { ChooseDialog } from './choose-dialog';
import { SplitDialog } from './split-dialog';

interface Props {
  statement: Pick<StatementView, 'id' | 'version' | 'free'>;
  line: ImportLineView;
  choices: readonly ImportChoice[];
  words: FundWords;
}

/** What is left to do with a line: accept what was found, choose, or decide again. */
export function LineActs({ statement: { id: statementId, version, free }, line, choices, words }: Props) {
  const t = useTranslations('fundImports.act');
  const router = useRouter();
  const { act, busy, problem } = useAct<object>(() => router.refresh());
  const accepted = line.match.chosen && acceptedAs(line.id, line.match.chosen);

  async function send(decision: object) {
    const body = { decisions: [decision] };
    if (!(await act('PATCH', `/api/v1/funds/imports/${statementId}/decisions`, { body, version }))) return;
    toast(t('saved'));
    router.refresh();
  }

  if (line.state === 'known') return null;
  // begun anew when something else is proposed, not whenever somebody decides on another line
  const proposed = line.match.candidates.map(({ target }) => Object.values(target).join('/')).join(' ');
  return (
    <span className="flex flex-wrap gap-1.5">
      {line.decision ? (
        <Button size="sm" busy={busy} onClick={() => send({ lineId: line.id, decision: 'undecided' })}>
          {t('undo')}
        </Button>
      ) : (
        <>
          {accepted && (
            <Button size="sm" variant="primary" busy={busy} onClick={() => send(accepted)}>
              {t('accept')}
            </Button>
          )}
          <ChooseDialog
            key={`choose ${proposed}`}
            statementId={statementId}
            version={version}
            line={line}
            choices={choices}
            words={words}
            trigger={<Button size="sm">{t('choose')}</Button>}
          />
          <SplitDialog
            statementId={statementId}
            version={version}
            line={line}
            free={free}
            choices={choices}
            words={words}
            trigger={<Button size="sm">{t('split')}</Button>}
          />
        </>
      )}
      {problem && <FieldErrors errors={problem.status === 409 ? [t('conflict')] : sentencesOf(problem)} />}
    </span>
  );
}
