import 'server-only';
import type { Reason } from '@/lib/domain/kernel/result';
import { type FileFacts, type FileWanted, fileReasons } from '@/lib/domain/projects/files';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';
import type { HeldProject } from './lock';

interface Given {
  fileId: string | null | undefined;
  wanted: FileWanted;
  /** the field of the form that it was chosen in */
  field: string;
}

export interface Taken {
  sha256: string | null;
  reasons: Reason[];
}

type Found = FileFacts & { sha256: string; isOurs: boolean };

/**
 * A file goes where the project is: whoever is named to it reads it. It is the person's own upload that stands nowhere yet, or the project's
 * already. Taking somebody else's would show it to strangers, and move it away from where it was.
 */
export async function takeFile(
  tx: Tx,
  actor: Actor,
  project: Pick<HeldProject, 'id' | 'countyId'>,
  { fileId, wanted, field }: Given,
): Promise<Taken> {
  if (!fileId) return { sha256: null, reasons: [] };
  const [file] = await tx.$queryRaw<Found[]>`
    SELECT name, media_type AS "mediaType", sha256, project_id IS NOT NULL AS "isOurs",
      coalesce(project_id = ${project.id}::uuid, uploaded_by = ${actor.accountId}::uuid AND (county_id IS NULL OR county_id = ${project.countyId}::uuid)) AS usable
    FROM stored_file WHERE id = ${fileId}::uuid AND purpose IN ('photo', 'document')`;
  const reasons = fileReasons(file ?? null, wanted, field);
  if (!file || reasons.length > 0) return { sha256: null, reasons };
  if (file.isOurs) return { sha256: file.sha256, reasons };
  const claimed = await tx.$executeRaw`
    UPDATE stored_file SET project_id = ${project.id}::uuid, county_id = ${project.countyId}::uuid WHERE id = ${fileId}::uuid AND project_id IS NULL`;
  // another project was faster
  return claimed > 0 ? { sha256: file.sha256, reasons } : { sha256: null, reasons: fileReasons(null, wanted, field) };
}
