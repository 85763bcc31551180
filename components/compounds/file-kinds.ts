export type FileKind = 'photo' | 'document';

/** Where the texts of each kind stand. */
export const FILE_TEXTS = { photo: 'compounds.photos', document: 'compounds.documents' } as const;

/** What may be chosen; the server judges by content. */
export const FILE_TYPES: Record<FileKind, readonly string[]> = {
  photo: ['.jpg', '.jpeg', '.png', '.webp'],
  document: ['.pdf', '.xlsx', '.docx'],
};
