'use client';

import { BellOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { useAct } from '@/lib/client/use-act';

type Props = { id: string; words: { button: string; label: string; done: string } };

/** A reminder that this person has dealt with otherwise. */
export function PutAside({ id, words }: Props) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const put = async () => {
    if (!(await act('POST', `/api/v1/reminders/${id}/aside`))) return;
    toast(words.done);
    router.refresh();
  };
  return (
    <>
      {problem && (
        <span role="alert" className="text-sm text-red-ink">
          {problem.detail}
        </span>
      )}
      <Button variant="quiet" icon={<BellOff aria-hidden="true" />} aria-label={words.label} busy={busy} onClick={put}>
        {words.button}
      </Button>
    </>
  );
}
