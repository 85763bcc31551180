import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { env } from '@/lib/server/env';
import { serializeCookie } from './set-cookie';

export const DEVICE_COOKIE = 'anju-device';
const DAYS = 180;
/** A shared counter computer remembers its last few people. */
const REMEMBERED = 6;

const Devices = z.array(z.strictObject({ account: z.uuid(), device: z.string().min(16).max(64), until: z.int() }));
type Device = z.infer<typeof Devices>[number];

const signatureOf = (payload: string): Buffer =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`anju-device:${payload}`).digest();

function readAll(cookie: string | undefined, now: number): Device[] {
  const [payload, signature, ...rest] = (cookie ?? '').split('.');
  if (!payload || !signature || rest.length > 0) return [];
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(payload);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return [];
  const parsed = Devices.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return parsed.success ? parsed.data.filter((device) => device.until > now) : [];
}

/** The browser's own name for this account, if that account has signed in here before; a forged or foreign cookie is none. */
export function knownDevice(cookies: Record<string, string>, accountId: string, now = Date.now()): string | null {
  return readAll(cookies[DEVICE_COOKIE], now).find(({ account }) => account === accountId)?.device ?? null;
}

/** Set-Cookie that makes this browser known to the account, beside those it knows already. */
export function rememberDevice(cookies: Record<string, string>, accountId: string, now = Date.now()): string {
  const others = readAll(cookies[DEVICE_COOKIE], now).filter(({ account }) => account !== accountId);
  const device = knownDevice(cookies, accountId, now) ?? randomBytes(18).toString('base64url');
  const all: Device[] = [{ account: accountId, device, until: now + DAYS * 86_400_000 }, ...others];
  const payload = Buffer.from(JSON.stringify(all.slice(0, REMEMBERED))).toString('base64url');
  const value = `${payload}.${signatureOf(payload).toString('base64url')}`;
  return serializeCookie(DEVICE_COOKIE, value, { path: '/api', maxAge: DAYS * 86_400, httpOnly: true });
}
