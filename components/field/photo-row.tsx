'use client';

import { PhotoInput } from './photo-input';

type Props = {
  /** what the names of these pictures begin with */
  prefix: string;
  most: number;
  label: (no: string) => string;
  chosen: Readonly<Record<string, Blob>>;
  onPhoto: (name: string, photo: Blob | undefined) => void;
};

/** Pictures of one kind: one more place each time that one was taken. */
export function PhotoRow({ prefix, most, label, chosen, onPhoto }: Props) {
  const taken = Object.keys(chosen).filter((name) => name.startsWith(prefix));
  const last = Math.max(-1, ...taken.map((name) => Number(name.slice(prefix.length))));
  const names = taken.length < most ? [...taken, `${prefix}${last + 1}`] : taken;
  return (
    <div className="space-y-4">
      {names.map((name, at) => (
        <PhotoInput
          key={name}
          label={label(String(at + 1))}
          photo={chosen[name]}
          onPhoto={(photo) => onPhoto(name, photo)}
        />
      ))}
    </div>
  );
}
