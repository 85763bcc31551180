// Every setting, in one table: parsed once at start, refused with a sentence when it is weak or missing.
import path from 'node:path';
import { dataDir } from './paths.mjs';

const isWeb = (url) => url.protocol === 'http:' || url.protocol === 'https:';
const parsed = (text) => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};
/** Of base64 only what decodes and encodes to itself: Buffer.from would skip over anything else. */
const decodesTo = (text, bytes) => {
  const value = Buffer.from(text, 'base64');
  return value.length === bytes && value.toString('base64').replace(/=+$/, '') === text.trim().replace(/=+$/, '');
};
/** Nothing behind the host: a path would be served as well as left out. */
const isOrigin = (text) => {
  const url = parsed(text);
  return Boolean(url && isWeb(url) && `${url.origin}/` === url.href && /^[a-z0-9.-]+(?::\d+)?$/.test(url.host));
};
const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
const flag = (text) => text === '0' || text === '1';

/** name → how it is made when absent (null: stays absent), what makes it good, what to say when it is not. */
export const SETTINGS = [
  {
    name: 'PORT',
    absent: () => '3000',
    good: isPort,
    say: '须为 1–65535 的端口号 must be a port from 1 to 65535, for example PORT=3001',
  },
  {
    name: 'HOST',
    absent: () => '127.0.0.1',
    good: (text) => /^[\w.:-]+$/.test(text),
    say: '须为监听地址 must be an address to listen on, for example 127.0.0.1 or 0.0.0.0',
  },
  {
    name: 'NEXTAUTH_SECRET',
    absent: ({ secrets }) => secrets.nextauthSecret,
    good: (text) => text.length >= 32,
    say: '至少 32 个字符 must have at least 32 characters; make one: openssl rand -base64 48',
  },
  {
    name: 'NEXTAUTH_URL',
    absent: ({ PORT }) => `http://localhost:${PORT}`,
    good: (text) => Boolean(parsed(text) && isWeb(parsed(text))),
    say: '须为用户访问的完整网址 must be the whole address that people open, for example https://anju.example.gov.cn',
  },
  {
    name: 'ANJU_COLUMN_KEY',
    absent: ({ secrets }) => secrets.columnKey,
    good: (text) => decodesTo(text, 32),
    say: '须为 32 字节的 base64（加密个人信息）must be 32 bytes in base64 (it encrypts personal data); make one: openssl rand -base64 32',
  },
  {
    name: 'ANJU_DATA_DIR',
    absent: () => dataDir({}),
    good: (text) => text.trim() !== '' && !text.includes('\0'),
    say: '须为文件夹路径 must be the path of a folder',
  },
  {
    name: 'DATABASE_URL',
    absent: () => null,
    good: (text) => /^postgres(ql)?:$/.test(parsed(text)?.protocol ?? '') && (parsed(text)?.pathname.length ?? 0) > 1,
    say: '须为 postgresql:// 网址并写明数据库 must be a postgresql:// URL that names a database, for example postgresql://admin:secret@db:5432/anju',
  },
  { name: 'ANJU_DEMO', absent: () => null, good: flag, say: '只能是 0 或 1 must be 0 or 1' },
  { name: 'ANJU_ACCESS_LOG', absent: () => null, good: flag, say: '只能是 0 或 1 must be 0 or 1' },
  {
    name: 'ANJU_LOG',
    absent: () => null,
    good: (text) => text === 'json' || text === 'text',
    say: '只能是 json 或 text must be json or text',
  },
  { name: 'ANJU_TRUST_PROXY', absent: () => null, good: flag, say: '只能是 0 或 1 must be 0 or 1' },
  {
    name: 'ANJU_CERT_FILE',
    absent: () => null,
    good: (text) => path.isAbsolute(text) && !text.includes('\0'),
    say: '须为服务器证书文件的绝对路径 must be the absolute path of the server certificate that is watched for expiry; without it the one that https:setup made',
  },
  {
    name: 'ANJU_PUBLIC_URL',
    absent: () => null,
    good: (text, { NEXTAUTH_URL }) => isOrigin(text) && parsed(text).host !== parsed(NEXTAUTH_URL)?.host,
    say: '须为居民访问公示页的网址，只到主机名，且与 NEXTAUTH_URL 的主机不同 must be the address where residents reach the public pages, without a path, on another host or port than NEXTAUTH_URL: for example https://gs.example.gov.cn',
  },
  {
    name: 'ANJU_PUBLIC_PORT',
    absent: ({ ANJU_PUBLIC_URL, PORT }) => (ANJU_PUBLIC_URL ? String(Number(PORT) + 1) : null),
    good: (text, { ANJU_PUBLIC_URL, PORT }) => isPort(text) && text !== PORT && Boolean(ANJU_PUBLIC_URL),
    say: '须为 1–65535、与 PORT 不同的端口号，并设了 ANJU_PUBLIC_URL must be a port other than PORT, with ANJU_PUBLIC_URL set',
  },
  { name: 'ANJU_COLLECT_ID_NUMBER', absent: () => null, good: flag, say: '只能是 0 或 1 must be 0 or 1' },
  {
    name: 'ANJU_BACKUP_AT',
    absent: () => '02:30',
    good: (text) => text === 'off' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    say: '须为每晚备份的时间（北京时间，如 02:30）或 off must be the time of the nightly backup in China, for example 02:30, or off',
  },
  {
    name: 'ANJU_BACKUP_DIR',
    absent: (settings) => path.join(path.resolve(dataDir(settings)), 'backups'),
    good: (text) => path.isAbsolute(text) && !text.includes('\0'),
    say: '须为存放备份的绝对路径 must be the absolute path of the folder for backups, best on another disk',
  },
  {
    name: 'ANJU_BACKUP_KEEP',
    absent: () => '7,4,12',
    good: (text) => /^\d{1,3},\d{1,3},\d{1,3}$/.test(text) && Number(text.split(',')[0]) >= 1,
    say: '须为保留的天数,周数,月数 must be how many daily, weekly and monthly backups stay, for example 7,4,12',
  },
  {
    name: 'ANJU_DB_POOL',
    absent: () => null,
    good: (text) => /^\d{1,3}$/.test(text) && Number(text) >= 4 && Number(text) <= 100,
    say: '须为 4–100（每个进程的数据库连接数）must be from 4 to 100 (database connections of a process)',
  },
];

export class SettingsError extends Error {}

/**
 * All settings as texts, defaults filled in. Throws with every complaint at once; never prints a secret's value.
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string>}
 */
export function readSettings(env, secrets) {
  const settings = {};
  const complaints = [];
  for (const { name, absent, good, say } of SETTINGS) {
    const given = env[name] || null;
    if (given !== null && !good(given, settings)) complaints.push(`${name} ${say}`);
    const value = given ?? absent({ ...settings, secrets });
    if (value !== null) settings[name] = value;
  }
  if (complaints.length) throw new SettingsError(`设置有误 Settings to put right:\n  ${complaints.join('\n  ')}`);
  settings.ANJU_DATA_DIR = path.resolve(dataDir(settings));
  return settings;
}
