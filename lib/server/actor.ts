import 'server-only';
import type { Role, RoleLevel } from '@/lib/domain/accounts/roles';
import type { Scope } from '@/lib/domain/accounts/scopes';
import type { Locale } from '@/lib/i18n/config';

declare const minted: unique symbol;

/** Who asks, proved by the gate. Nothing else can make one: the brand is not exported. */
export interface Actor {
  readonly [minted]: true;
  readonly accountId: string;
  readonly sessionId: string | null;
  /** What another system came in with; null for people and for jobs. */
  readonly token: { id: string; name: string; scopes: readonly Scope[] } | null;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly level: RoleLevel;
  readonly unit: { id: string; name: string; nameEn: string | null; kind: string };
  readonly prefectureId: string;
  readonly countyId: string | null;
  readonly subdistrictId: string | null;
  readonly communityId: string | null;
  /** Counties whose rows this session may see at all; empty for people of projects. */
  readonly counties: readonly string[];
  readonly locale: Locale;
  readonly mustChangePassword: boolean;
  readonly requestId: string | null;
}

export type ActorFacts = Omit<Actor, typeof minted>;

/** For lib/server/auth/actor-row.ts only (a test of the house holds this). */
export function mintActor(facts: ActorFacts): Actor {
  return Object.freeze({ ...facts }) as Actor;
}
