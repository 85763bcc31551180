import 'server-only';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { may } from '@/lib/domain/accounts/scopes';
import type { Actor } from '@/lib/server/actor';

/** What the audit lines of this transaction say beside who and when. */
export interface Act {
  action?: string;
  reason?: string;
}

const EACH = 'count(set_config(name, value, true)) FROM unnest($1::text[], $2::text[]) AS s(name, value)';

/** One statement sets them all, for one transaction: the next one on the same connection begins with none. */
export const SET_ALL = `SELECT ${EACH}`;

/** The same, and the answer to one question about $3. */
export const setAllAndAsk = (question: string) => `SELECT (${question}) AS said, ${EACH}`;

/** Who it was, as the sealed text of the line says it: a token's act is told from its person's own. */
const actorText = ({ displayName, role, unit, token }: Actor): string =>
  `${displayName}（${ROLE_LABELS[role].zh}，${unit.name}${token ? `；令牌“${token.name}”` : ''}）`;

/** The settings that row security and the audit triggers read. '' is "not set" to all of them. */
export function settingsOf(actor: Actor, act: Act = {}): [string, string][] {
  return [
    ['app.account', actor.accountId],
    ['app.actor', actorText(actor)],
    ['app.level', actor.level],
    ['app.prefecture', actor.prefectureId],
    ['app.counties', `{${actor.counties.join(',')}}`],
    ['app.subdistrict', actor.subdistrictId ?? ''],
    ['app.community', actor.communityId ?? ''],
    ['app.personal', may(actor, 'personal.read') ? 'on' : ''],
    ['app.request', actor.requestId ?? ''],
    ['app.action', act.action ?? ''],
    ['app.reason', act.reason ?? ''],
    ...(actor.token ? ([['app.token', actor.token.id]] satisfies [string, string][]) : []),
  ];
}

/** The settings as the two arrays that SET_ALL takes. */
export const columnsOf = (settings: readonly [string, string][]): [string[], string[]] => [
  settings.map(([name]) => name),
  settings.map(([, value]) => value),
];
