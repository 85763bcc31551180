// Answers that are given before Next is asked: problem details (RFC 9457) for programs, a page for people.
const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = ({ status, title, titleEn, detail, detailEn }, requestId, nonce) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · 安居</title>
<style nonce="${nonce}">
body { margin: 0; font: 16px/1.7 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1f2933; background: #f7f8f9; }
main { max-width: 32rem; margin: 15vh auto 0; padding: 0 1.25rem; }
h1 { font-size: 1.375rem; margin: 0 0 .5rem; }
p { margin: .25rem 0; } .en, .id { color: #52606d; font-size: .875rem; } a { color: #0b5cad; }
</style>
</head>
<body><main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(detail)}</p>
<p class="en" lang="en">${escapeHtml(titleEn)}. ${escapeHtml(detailEn)}</p>
<p><a href="/">返回首页 Home</a></p>
<p class="id">${status} · 请求编号 Request ${requestId}</p>
</main></body>
</html>
`;

/** The shape of lib/server/api/problem.ts; in English for those who chose it. */
export function problem({ status, code, title, titleEn, detail, detailEn }, requestId, english) {
  const words = english ? { title: titleEn, detail: detailEn } : { title, detail };
  return JSON.stringify({ type: `/problems/${code}`, status, code, ...words, requestId });
}

const prefersEnglish = (req) => /(?:^|;\s*)anju-locale=en(?:;|$)/.test(req.headers.cookie ?? '');

/** `connection: close`: what is left of the request is not waited for. */
export function answer(req, res, refusal, { requestId, nonce }) {
  if (res.hasBegun || res.headersSent || res.writableEnded) return;
  const forPrograms = /^\/+api(?:[/?]|$)/.test(req.url.replace(/^https?:\/\/[^/]*/i, ''));
  const body = forPrograms ? problem(refusal, requestId, prefersEnglish(req)) : page(refusal, requestId, nonce);
  res.statusCode = refusal.status;
  for (const [name, value] of Object.entries(refusal.headers ?? {})) res.setHeader(name, value);
  res.setHeader('content-type', forPrograms ? 'application/problem+json; charset=utf-8' : 'text/html; charset=utf-8');
  res.setHeader('content-length', Buffer.byteLength(body));
  res.setHeader('cache-control', 'no-store');
  res.setHeader('connection', 'close');
  res.end(req.method === 'HEAD' ? undefined : body);
}

export const BROKEN = {
  status: 500,
  code: 'internal',
  title: '系统出错',
  titleEn: 'Something went wrong',
  detail: '请稍后再试；若仍如此，请把请求编号告诉管理员。',
  detailEn: 'Try again; if it stays so, tell the administrator the request number.',
};
