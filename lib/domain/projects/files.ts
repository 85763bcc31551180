import { type Reason, reason } from '../kernel/result';

export interface FileFacts {
  name: string;
  mediaType: string;
  /** it stands with this project already, or is the person's own and stands nowhere yet */
  usable: boolean;
}

/** What a field takes: a photo, the scan of a contract, or any paper. */
export type FileWanted = 'photo' | 'scan' | 'paper';

const isPicture = (mediaType: string): boolean => mediaType.startsWith('image/');
/** A signed contract is pages, not a sheet of cells. */
const isScan = (mediaType: string): boolean => isPicture(mediaType) || /\/pdf$|wordprocessingml/.test(mediaType);

/** null: it is not there for this person. What belongs elsewhere looks the same. */
export function fileReasons(file: FileFacts | null, wanted: FileWanted, field: string): Reason[] {
  if (!file?.usable) return [reason('project.fileUnknown', undefined, { field })];
  const { name, mediaType } = file;
  if (wanted === 'photo' && !isPicture(mediaType)) return [reason('file.notPicture', { name }, { field })];
  return wanted === 'scan' && !isScan(mediaType) ? [reason('project.fileNotScan', { name }, { field })] : [];
}
