'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
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
  async function confirm() {
    if (!(await act('POST', path, { version, body }))) return false;
    await readAnew();
    toast(done);
  }
  return (
    <ConfirmDialog
      title={title}
      description={description}
      confirmLabel={label}
      errors={problem && sentencesOf(problem)}
      onConfirm={confirm}
      trigger={primary ? <Button variant="primary">{label}</Button> : <Button size="sm">{label}</Button>}
    />
  );
}
