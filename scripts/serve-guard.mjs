// What never reaches Next: targets that are not a path, broken escapes, methods nobody speaks, bodies without end.
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const LONGEST_TARGET = 8 * 1024;
export const LARGEST_BODY = 64 * 1024 * 1024;

const decodes = (text) => {
  try {
    return !decodeURIComponent(text).includes('\0');
  } catch {
    return false;
  }
};

const BAD_URL = { status: 400, code: 'malformed_url', title: '网址格式不正确', titleEn: 'Malformed URL' };

/** null when the target is an ordinary path with an ordinary query. */
function targetComplaint(target) {
  if (target.length > LONGEST_TARGET) {
    return {
      ...BAD_URL,
      detail: `网址过长（${target.length} 个字符，最多 ${LONGEST_TARGET}）。`,
      detailEn: 'The URL is too long.',
    };
  }
  // the absolute form is for proxies; two slashes would be read as another host; a backslash as a slash
  if (!target.startsWith('/') || target.startsWith('//') || target.includes('\\')) {
    return {
      ...BAD_URL,
      detail: '网址须是以 / 开头的路径。',
      detailEn: 'The target must be a path that begins with one slash.',
    };
  }
  if (!/^[\x21-\x7e]+$/.test(target) || !target.split(/[/?&=]/).every(decodes)) {
    return {
      ...BAD_URL,
      detail: '网址中的 % 转义有误。',
      detailEn: 'The URL holds a broken % escape or a control character.',
    };
  }
  return null;
}

/** A refusal, or null when the request may go on. */
export function refusal(req, largestBody = LARGEST_BODY) {
  if (!METHODS.has(req.method)) {
    const titles = { title: '不支持的请求方法', titleEn: 'Method not allowed' };
    const details = { detail: `不支持 ${req.method}。`, detailEn: `${req.method} is not supported.` };
    return {
      status: 405,
      code: 'method_not_allowed',
      ...titles,
      ...details,
      headers: { allow: [...METHODS].join(', ') },
    };
  }
  const complaint = targetComplaint(req.url);
  if (complaint) return complaint;
  if (/^\/_next\/image(?:[/?]|$)/.test(req.url)) {
    return NOT_FOUND;
  }
  return Number(req.headers['content-length'] ?? 0) > largestBody ? TOO_LARGE : null;
}

export const NOT_FOUND = {
  status: 404,
  code: 'not_found',
  title: '没有此页面',
  titleEn: 'Not found',
  detail: '此处没有内容。',
  detailEn: 'There is nothing here.',
};

export const TOO_LARGE = {
  status: 413,
  code: 'body_too_large',
  title: '上传内容过大',
  titleEn: 'Body too large',
  detail: '一次最多 64 MB，请分批上传。',
  detailEn: 'At most 64 MiB at once: send it in parts.',
};

/** Bodies without a Content-Length are counted as they arrive; `tooLarge` is called once, and nothing more is read. */
export function countBody(req, tooLarge, limit = LARGEST_BODY) {
  const push = req.push;
  let seen = 0;
  let refused = false;
  req.push = function counted(chunk, encoding) {
    if (refused) return false;
    seen += chunk?.length ?? 0;
    if (seen <= limit) return push.call(this, chunk, encoding);
    refused = true;
    tooLarge();
    return false;
  };
}
