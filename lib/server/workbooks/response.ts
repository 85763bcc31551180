import 'server-only';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook on its way out, under a name that browsers in China and elsewhere read alike. */
export function workbookResponse(book: ReadableStream<Uint8Array>, fileName: string): Response {
  const name = encodeURIComponent(fileName).replace(/['()*]/g, '_');
  return new Response(book, {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
