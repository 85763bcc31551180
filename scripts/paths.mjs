import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const rel = (...parts) => path.join(ROOT, ...parts);

/** Files, secrets and the embedded database live here. Resolved against the checkout, so that it means the same from any folder. */
export const dataDir = (env = process.env) => path.resolve(ROOT, env.ANJU_DATA_DIR || '.data');

/** True when the module is the script that Node was asked to run. */
export const isMain = (meta) => Boolean(process.argv[1]) && path.resolve(process.argv[1]) === fileURLToPath(meta.url);
