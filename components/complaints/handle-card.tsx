import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import type { Assignees, ComplaintView } from '@/lib/domain/complaints/answers';
import { isOpen } from '@/lib/domain/complaints/limit';
import { AssignDialog, CloseDialog, MergeDialog, ReopenDialog, TurnAwayDialog, WordsDialog } from './handle-dialogs';

export interface HandleRights {
  /** the county bureau */
  handle: boolean;
  /** the office that it is assigned to */
  draft: boolean;
  mayReopen: boolean;
}

type Props = {
  complaint: ComplaintView;
  rights: HandleRights;
  assignees: Assignees | null;
  matters: readonly { id: string; label: string }[];
};

/** What this person can do about it now, the next step first. */
export function HandleActions({ complaint, rights, assignees, matters }: Props) {
  const t = useTranslations('complaints');
  const { id, version, status, draft } = complaint;
  const which = { id, version };
  const open = isOpen(status);
  return (
    <div id="handle" className="no-print mt-4 flex flex-wrap gap-2">
      {open && rights.handle && assignees && (
        <>
          {status === 'received' && <AssignDialog {...which} assignees={assignees} again={false} />}
          <WordsDialog {...which} step="answer" first={draft ?? ''} primary={status === 'assigned'} />
          {status === 'assigned' && <AssignDialog {...which} assignees={assignees} again />}
          {matters.length > 0 && <MergeDialog {...which} matters={matters} />}
          <TurnAwayDialog {...which} />
        </>
      )}
      {open && !rights.handle && rights.draft && (
        <WordsDialog {...which} step="draft" first={draft ?? ''} primary={!draft} />
      )}
      {status === 'answered' && rights.handle && (
        <>
          <CloseDialog {...which} />
          {rights.mayReopen && <ReopenDialog {...which} />}
        </>
      )}
      {status === 'merged' && rights.handle && (
        <ReasonDialog
          title={t('separate.title')}
          action={t('separate.action')}
          path={`/api/v1/complaints/${id}/separate`}
          version={version}
          done={t('separate.done')}
          trigger={<Button>{t('separate.action')}</Button>}
        />
      )}
    </div>
  );
}
