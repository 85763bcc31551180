// What browsers fetch of a build (.next/static): made ready once, and served as it lies there. Next would compress each
// file anew for every browser, and no smaller than that leaves time for.
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import sirv from 'sirv';

const PREFIX = '/_next/static/';
const A_YEAR = 365 * 86_400;
/** Below a packet there is nothing to win. */
const WORTH_IT = 1024;
const COMPRESSED = /\.(?:js|css|svg|json)$/;
/**
 * What a page carries it runs: V8 may compile the functions of a file beside the page's own thread, all at once, instead
 * of one after another on it, where nothing else goes on meanwhile (Chrome and Edge from 136; a comment to others).
 */
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad\n';

async function ready(file) {
  let bytes = await fs.readFile(file);
  if (file.endsWith('.js') && !bytes.subarray(0, COMPILE_AHEAD.length).equals(Buffer.from(COMPILE_AHEAD))) {
    bytes = Buffer.concat([Buffer.from(COMPILE_AHEAD), bytes]);
    await fs.writeFile(file, bytes);
  }
  if (bytes.length < WORTH_IT) return;
  // both take their best unless told otherwise: brotli does, gzip has to be told
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes), promisify(gzip)(bytes, { level: 9 })]);
  await Promise.all([fs.writeFile(`${file}.br`, br), fs.writeFile(`${file}.gz`, gz)]);
}

/** @param {string} folder .next/static of a build that has just been made */
export async function makeStaticReady(folder) {
  const names = await fs.readdir(folder, { recursive: true });
  for (const name of names.filter((one) => COMPRESSED.test(one))) await ready(path.join(folder, name));
}

/**
 * Answers a request for one of the build's files; whether it did. A name holds the hash of what is in it, so that a
 * browser keeps it for good.
 * @param {string} folder
 * @returns {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => boolean}
 */
export function staticFiles(folder) {
  const serve = sirv(folder, { brotli: true, gzip: true, etag: true, immutable: true, maxAge: A_YEAR });
  return (req, res) => {
    const { url } = req;
    if (!url.startsWith(PREFIX) || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
    let served = true;
    req.url = url.slice(PREFIX.length - 1);
    serve(req, res, () => {
      served = false;
    });
    req.url = url;
    return served;
  };
}
