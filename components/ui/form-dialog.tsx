'use client';

import { type ComponentProps, type FormEvent, type ReactNode, useId } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

type Props = Omit<ComponentProps<typeof Dialog>, 'actions'> & {
  /** what the one button does */
  action: string;
  busy?: boolean;
  disabled?: boolean;
  onSubmit: (form: FormData) => void;
  children: ReactNode;
};

/** A dialog that is one form with one button, which stays in sight while the form scrolls. */
export function FormDialog({ action, busy, disabled, onSubmit, children, ...dialog }: Props) {
  const id = useId();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  }

  return (
    <Dialog
      {...dialog}
      actions={
        <Button type="submit" form={id} variant="primary" busy={busy} disabled={disabled}>
          {action}
        </Button>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="space-y-4">
        {children}
      </form>
    </Dialog>
  );
}
