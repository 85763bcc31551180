'use client';

import type { ReactElement } from 'react';
import { late } from '@/components/ui/use-late';
import { useOpener } from '@/components/ui/use-opener';
import type { SendProps } from './send-panel';

const PANEL = late(async () => (await import('./send-panel')).SendPanel);

/** One thing done about a record in a dialog: refusals stand at their field, the others below; closed when the page has been read anew. */
export function SendDialog({ trigger, ...props }: SendProps & { trigger: ReactElement }) {
  const { Panel, opener, ...opened } = useOpener(PANEL);
  return (
    <>
      {opener(trigger)}
      {Panel && <Panel {...props} {...opened} />}
    </>
  );
}
