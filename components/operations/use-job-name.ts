'use client';

import { useMessages } from 'next-intl';

/** A kind of job in the office's words ('import.read' → import-read: a dot has a meaning in keys); one that has none yet by its own name. */
export function useJobName(): (name: string) => string {
  const { names } = useMessages().operations;
  return (name) => (names as Record<string, string>)[name.replaceAll('.', '-')] ?? name;
}
