import type { FieldRecord } from '@/lib/domain/field/types';

interface Address {
  method: 'POST' | 'PUT';
  path: string;
  version?: number;
}

/** Where a record goes. */
export function addressOf(record: FieldRecord): Address {
  switch (record.kind) {
    case 'ballot':
      return { method: 'POST', path: `/api/v1/rounds/${record.roundId}/ballots` };
    case 'visit':
      return { method: 'POST', path: `/api/v1/rounds/${record.roundId}/visits` };
    case 'inspection':
      return { method: 'POST', path: `/api/v1/projects/${record.projectId}/inspections` };
    case 'report': {
      const { projectId, month, version, act } = record;
      const path = `/api/v1/projects/${projectId}/reports/${month}`;
      return act === 'save' ? { method: 'PUT', path, version } : { method: 'POST', path: `${path}/submit`, version };
    }
  }
}

type Answered = { id?: string; version?: number; ballots?: { id: string }[] } | null;

/** What the server made of it, by its answer. */
export function madeOf({ kind }: FieldRecord, answer: unknown): { madeId: string | null; version: number | null } {
  const said = answer as Answered;
  return {
    madeId: (kind === 'ballot' ? said?.ballots?.[0]?.id : said?.id) ?? null,
    version: said?.version ?? null,
  };
}
