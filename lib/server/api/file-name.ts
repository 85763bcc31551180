import 'server-only';

export const FILE_NAME_HEADER = 'X-File-Name';

/** Percent-encoded, for a header carries no Chinese; null when it can't be read. */
export function sentFileName(request: Request): string | null {
  try {
    return decodeURIComponent(request.headers.get(FILE_NAME_HEADER) ?? '');
  } catch {
    return null;
  }
}
