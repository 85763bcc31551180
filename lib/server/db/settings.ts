import 'server-only';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { can } from '@/lib/domain/accounts/permissions';
import type { Actor } from '@/lib/server/actor';

/** What the audit lines of this transaction say beside who and when. */
export interface Act {
  action?: string;
  reason?: string;
}

/** One statement sets them all, for one transaction: the next one on the same connection begins with none. */
export const SET_ALL =
  'SELECT count(set_config(name, value, true)) FROM unnest($1::text[], $2::text[]) AS s(name, value)';

/** The settings that row security and the audit triggers read. '' is "not set" to all of them. */
export function settingsOf(actor: Actor, act: Act = {}): [string, string][] {
  return [
    ['app.account', actor.accountId],
    ['app.actor', `${actor.displayName}（${ROLE_LABELS[actor.role].zh}，${actor.unit.name}）`],
    ['app.level', actor.level],
    ['app.prefecture', actor.prefectureId],
    ['app.counties', `{${actor.counties.join(',')}}`],
    ['app.subdistrict', actor.subdistrictId ?? ''],
    ['app.community', actor.communityId ?? ''],
    ['app.personal', can(actor.role, 'personal.read') ? 'on' : ''],
    ['app.request', actor.requestId ?? ''],
    ['app.action', act.action ?? ''],
    ['app.reason', act.reason ?? ''],
  ];
}

/** The settings as the two arrays that SET_ALL takes. */
export const columnsOf = (settings: readonly [string, string][]): [string[], string[]] => [
  settings.map(([name]) => name),
  settings.map(([, value]) => value),
];
