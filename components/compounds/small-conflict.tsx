'use client';

import { ConflictDialog } from '@/components/ui/conflict-dialog';

type Values = Record<string, unknown>;
type Props = {
  theirs: Values;
  mine: Values;
  label: (key: string) => string;
  say: (key: string, value: unknown) => string;
  busy: boolean;
  /** What is left to send after the choice. */
  onResolve: (body: Values) => void;
  onClose: () => void;
};

/** The conflict of a small form: what I sent beside what stands there now. */
export function SmallConflict({ theirs, mine, label, say, busy, onResolve, onClose }: Props) {
  const differing = Object.keys(mine).filter((key) => (theirs[key] ?? null) !== (mine[key] ?? null));
  return (
    <ConflictDialog
      collisions={differing.map((key) => ({
        key,
        label: label(key),
        theirs: say(key, theirs[key]),
        mine: say(key, mine[key]),
      }))}
      busy={busy}
      onClose={onClose}
      onResolve={(other) => onResolve(Object.fromEntries(Object.entries(mine).filter(([key]) => !other.has(key))))}
    />
  );
}
