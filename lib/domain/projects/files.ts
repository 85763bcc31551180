import { type Reason, reason } from '../kernel/result';

export interface FileFacts {
  name: string;
  mediaType: string;
  /** the project that it stands with; null: none yet */
  projectId: string | null;
  countyId: string | null;
  uploadedBy: string;
}

/** Who names it, for which project. */
export interface FileUse {
  accountId: string;
  projectId: string;
  countyId: string;
}

/** What a field takes: a photo, the scan of a contract, or any paper. */
export type FileWanted = 'photo' | 'scan' | 'paper';

const isPicture = (mediaType: string): boolean => mediaType.startsWith('image/');
/** A signed contract is pages, not a sheet of cells. */
const isScan = (mediaType: string): boolean => isPicture(mediaType) || /\/pdf$|wordprocessingml/.test(mediaType);

/**
 * The project's already, or the person's own upload that stands nowhere yet: taking somebody else's would show it to strangers, and move it
 * away from where it was.
 */
const isUsable = (file: FileFacts, { accountId, projectId, countyId }: FileUse): boolean =>
  file.projectId === null
    ? file.uploadedBy === accountId && (file.countyId === null || file.countyId === countyId)
    : file.projectId === projectId;

/** null: it is not there for this person. What belongs elsewhere looks the same. */
export function fileReasons(file: FileFacts | null, use: FileUse, wanted: FileWanted, field: string): Reason[] {
  if (!file || !isUsable(file, use)) return [reason('project.fileUnknown', undefined, { field })];
  const { name, mediaType } = file;
  if (wanted === 'photo' && !isPicture(mediaType)) return [reason('file.notPicture', { name }, { field })];
  return wanted === 'scan' && !isScan(mediaType) ? [reason('project.fileNotScan', { name }, { field })] : [];
}
