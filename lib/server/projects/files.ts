import 'server-only';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Tx } from '@/lib/server/db/with-actor';
import type { HeldProject } from './lock';

/** A file that was uploaded goes where the project is: whoever is named to it reads it. One of another project is not there. */
export async function takeFile(
  tx: Tx,
  project: Pick<HeldProject, 'id' | 'countyId'>,
  fileId: string | null | undefined,
): Promise<{ sha256: string | null; reasons: Reason[] }> {
  if (!fileId) return { sha256: null, reasons: [] };
  const [file] = await tx.$queryRaw<{ sha256: string }[]>`
    UPDATE stored_file SET project_id = ${project.id}::uuid, county_id = ${project.countyId}::uuid
    WHERE id = ${fileId}::uuid AND purpose IN ('photo', 'document') AND (project_id IS NULL OR project_id = ${project.id}::uuid) RETURNING sha256`;
  return file
    ? { sha256: file.sha256, reasons: [] }
    : { sha256: null, reasons: [reason('project.fileUnknown', undefined, { field: 'fileId' })] };
}
