'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { CONFIRM } from '@/components/ui/late-confirm';
import { toast } from '@/components/ui/toast-store';
import { useOpener } from '@/components/ui/use-opener';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import { useReadAnew } from '@/lib/client/use-read-anew';

type Props = {
  label: string;
  title: string;
  description: string;
  path: string;
  version?: number;
  body?: object;
  done: string;
  /** the page's main action */
  primary?: boolean;
};

/** One thing that is asked back and then done. */
export function ActButton({ label, title, description, path, version, body, done, primary }: Props) {
  const router = useRouter();
  const { act, problem } = useAct<object>(() => router.refresh());
  const { readAnew } = useReadAnew();
  const { Panel: ConfirmDialog, opener, open, setOpen } = useOpener(CONFIRM);
  async function confirm() {
    if (!(await act('POST', path, { version, body }))) return false;
    await readAnew();
    toast(done);
  }
  return (
    <>
      {opener(primary ? <Button variant="primary">{label}</Button> : <Button size="sm">{label}</Button>)}
      {ConfirmDialog && (
        <ConfirmDialog
          title={title}
          description={description}
          confirmLabel={label}
          errors={problem && sentencesOf(problem)}
          onConfirm={confirm}
          open={open}
          onOpenChange={setOpen}
        />
      )}
    </>
  );
}
