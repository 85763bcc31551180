/** Next reads the nonce from the request's header of this name and puts it on its own scripts. */
export const CSP = 'content-security-policy';

export function contentSecurityPolicy(nonce, { dev = false, connect = null } = {}) {
  // the development client evaluates code and writes <style> elements without a nonce
  const styles = dev ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src ${styles}`,
    `style-src-elem ${styles}`,
    "style-src-attr 'unsafe-inline'", // positions that charts and pop-ups compute
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${connect ? ` ${connect}` : ''}${dev ? ' ws: wss:' : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Not for a year and not for what stands below: an internal name whose certificate lapsed has to be mended within days, not outlived. */
const HSTS = `max-age=${30 * 86_400}`;

/** @param {{ https?: boolean, indexed?: boolean }} address only the residents' address may be found by search engines */
export const securityHeaders = ({ https, indexed }) => ({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=(), payment=(), usb=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  ...(https ? { 'strict-transport-security': HSTS } : {}),
  ...(indexed ? {} : { 'x-robots-tag': 'noindex, nofollow' }),
});

/**
 * Put on at the last moment, on every answer. Next drops a route's header that is there already, so nothing is set
 * before; a route's own policy (files are served in a sandbox) stands beside ours, and the browser obeys both.
 */
export function addHeaders(res, headers, policy) {
  const writeHead = res.writeHead;
  res.writeHead = function withHeaders(...args) {
    if (!res.headersSent) {
      for (const [name, value] of Object.entries(headers)) if (!res.hasHeader(name)) res.setHeader(name, value);
      const own = res.getHeader(CSP);
      res.setHeader(CSP, own && own !== policy ? [policy, ...[own].flat()] : policy);
    }
    return writeHead.apply(this, args);
  };
}
