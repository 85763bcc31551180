'use client';

import { useTranslations } from 'next-intl';
import * as Radix from 'radix-ui/alert-dialog';
import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { Button } from './button';
import { Field } from './field';
import { Overlay } from './overlay';
import { Textarea } from './textarea';
import { useFocusBack } from './use-focus-back';

type Props = {
  title: string;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** Says what the button does: 停用账号, not 确定. */
  confirmLabel: string;
  danger?: boolean;
  /** Asks for a reason of at least `min` characters (2 unless told). */
  reason?: { label?: string; hint?: string; min?: number };
  /** A refusal: all its reasons. */
  errors?: readonly string[];
  /** Return false (or a promise of it) to keep the dialog open. */
  onConfirm: (reason: string) => unknown;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Asks before something that matters. Closes when `onConfirm` is done, unless it answers false. */
export function ConfirmDialog(props: Props) {
  const { title, description, confirmLabel, danger, reason, errors, onConfirm, trigger } = props;
  const t = useTranslations();
  const [ownOpen, setOwnOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<string>();
  const open = props.open ?? ownOpen;
  const giveBack = useFocusBack(open);
  const min = reason?.min ?? 2;

  function setOpen(next: boolean) {
    setMissing(undefined);
    setOwnOpen(next);
    props.onOpenChange?.(next);
  }

  async function confirm(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // in React's tree it stands within the form that asks, which must not be sent along with it
    event.stopPropagation();
    const given = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    if (reason && [...given].length < min) return setMissing(t('ui.reason.required', { min }));
    setMissing(undefined);
    setBusy(true);
    try {
      if ((await onConfirm(given)) !== false) setOpen(false);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Overlay />
        <Radix.Content
          onCloseAutoFocus={giveBack}
          className="max-sm:sheet-in-bottom sm:float-in fixed inset-x-0 bottom-0 z-50 max-h-[calc(100dvh-2rem)] overflow-auto rounded-t-xl bg-surface p-5 shadow-float focus:outline-none sm:inset-auto sm:top-[18vh] sm:left-1/2 sm:w-[min(28rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:rounded-xl"
        >
          <form onSubmit={confirm} noValidate>
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            <Radix.Description asChild>
              <div className="mt-1.5 text-sm text-ink-2">{description}</div>
            </Radix.Description>
            {reason && (
              <Field
                className="mt-4"
                label={reason.label ?? t('ui.reason.label')}
                hint={reason.hint ?? t('ui.reason.hint')}
                error={missing}
                required
              >
                <Textarea name="reason" maxLength={500} />
              </Field>
            )}
            {errors && errors.length > 0 && (
              <div role="alert">
                <ul className="mt-3 list-disc space-y-0.5 rounded-md bg-red-soft py-2 pr-3 pl-7 text-sm text-red-ink">
                  {errors.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </div>
            )}
            <div className="mt-5 flex flex-row-reverse gap-2">
              <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy}>
                {confirmLabel}
              </Button>
              <Radix.Cancel asChild>
                <Button variant="quiet">{t('common.actions.cancel')}</Button>
              </Radix.Cancel>
            </div>
          </form>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
