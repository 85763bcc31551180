import 'server-only';

/** What a paper says of itself when it is sent as a Word file. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
