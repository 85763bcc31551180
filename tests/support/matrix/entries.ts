import type { Permission } from '@/lib/domain/accounts/permissions';
import { STAGE_OPERATIONS, STAGE_PAGES } from './entries-stages';

/**
 * The access table, as an auditor reads it: each page and each operation of the API, who may open it, and whose things it
 * reaches. It is written a second time on purpose, apart from the code that it judges: a page or route without a line here
 * fails `npm run check`, as does a line of nothing; the built application is then asked every line as every role
 * (tests/drill/matrix.test.ts).
 *
 * Who: 'anybody' without an account, 'signed-in' every account, 'nobody' in production, else whoever has one of the
 * permissions, or { all } of them (lib/domain/accounts/permissions.ts says which role has it).
 */
export type Who =
  | 'anybody'
  | 'signed-in'
  | 'strangers'
  | 'nobody'
  | Permission
  | readonly Permission[]
  | { all: readonly Permission[] };

/**
 * Whose things (tests/support/matrix/reach.ts is the rule):
 * territory     the own community's, subdistrict's, county's, prefecture's
 * units         the territory's; a community knows itself, not the one beside it
 * offices       the same, for county and prefecture offices only
 * own office    the same office's, no other's, not those below it either
 * own           one's own only
 * administered  one's own, and what belongs to accounts that one administers
 * own words     one's own, called by words of one's own: any word names one's own or nothing
 * prefecture    the whole prefecture's
 * shared        the same for all
 */
export type Reach =
  | 'territory'
  | 'units'
  | 'offices'
  | 'own office'
  | 'own'
  | 'own words'
  | 'administered'
  | 'prefecture'
  | 'shared';

export interface PageEntry {
  may: Who;
  /** Where the address names something: the operation of the API that names the same, and so whose it is. */
  of?: string;
  /** Parameters of the address that may name something: what a foreign one shows, one that names nothing shows too. */
  narrowed?: readonly string[];
  /** What stands for the other parameters of the address, beside the id. */
  rest?: Readonly<Record<string, string>>;
  /** What it shows, the browser fetches from the API. */
  fetches?: true;
  /** It tells people without an account which bodies there are, or what was published: that is for everybody. */
  publishes?: 'units' | 'notices';
  /** What nobody published is not there, for whoever asks. */
  unnamed?: 404;
}

const PLACES = ['county', 'subdistrict', 'community'] as const;

export const PAGES: Record<string, PageEntry> = {
  '/': { may: 'signed-in' },
  '/api-docs': { may: 'signed-in' },
  '/audit': { may: 'audit.read', narrowed: ['county', 'account', 'compound', 'token', 'q', 'id'] },
  '/certificate': { may: 'anybody' },
  '/compounds': { may: 'compound.read', narrowed: [...PLACES, 'q'] },
  '/compounds/[id]': { may: 'compound.read', of: 'GET /compounds/{id}', narrowed: ['building'] },
  '/compounds/[id]/edit': { may: 'compound.write', of: 'PATCH /compounds/{id}' },
  '/compounds/new': { may: 'compound.write' },
  '/dashboard': { may: 'dashboard.read', narrowed: ['county'] },
  '/field': { may: 'anybody' },
  '/gallery': { may: 'nobody' },
  '/gallery/errors/[status]': { may: 'nobody' },
  '/gallery/public-page': { may: 'nobody' },
  '/gallery/sign-in': { may: 'nobody' },
  '/gongshi': { may: 'anybody', publishes: 'notices' },
  '/gongshi/[id]': { may: 'anybody', publishes: 'notices', unnamed: 404 },
  '/imports': { may: ['import.run', 'export.run'] },
  '/imports/[id]': { may: 'import.run', of: 'GET /imports/{id}', fetches: true },
  '/login': { may: 'strangers' },
  '/notices': { may: 'notice.read', narrowed: ['compound'] },
  '/notices/[id]': { may: 'notice.read', of: 'GET /notices/{id}' },
  '/notices/new': { may: 'notice.write' },
  '/operations': { may: 'operations.read' },
  '/password': { may: 'signed-in' },
  '/programme': { may: 'programme.read' },
  '/programme/campaigns/[id]': {
    may: 'programme.read',
    of: 'GET /programme/campaigns/{id}',
    narrowed: ['county'],
  },
  '/receipt': { may: 'anybody' },
  '/receipt/[code]': { may: 'anybody' },
  '/residents': { may: 'anybody', publishes: 'units' },
  '/rulebook': { may: 'rulebook.read', narrowed: ['version'] },
  '/tokens': { may: 'signed-in' },
  '/units': { may: 'unit.read', narrowed: ['under', 'q'] },
  '/units/[id]': { may: 'unit.read', of: 'GET /units/{id}' },
  '/units/new': { may: 'unit.write', narrowed: ['under'] },
  '/users': { may: 'user.read', narrowed: ['county', 'unit', 'q'] },
  '/users/[id]': { may: 'user.read', of: 'GET /users/{id}' },
  '/users/new': { may: 'user.write', narrowed: ['unit'] },
  '/votes/[id]/forms': { may: 'vote.write', of: 'GET /rounds/{id}/forms', narrowed: ['building'] },
  '/votes/[id]/forms/[batch]': { may: 'vote.write', of: 'GET /rounds/{id}/forms/{batch}', rest: { batch: '1' } },
  '/votes': { may: 'vote.read', narrowed: ['county', 'community', 'compound', 'q'] },
  '/votes/[id]': { may: 'vote.read', of: 'GET /rounds/{id}' },
  '/votes/[id]/call-backs': { may: 'vote.read', of: 'GET /rounds/{id}/call-backs' },
  '/votes/[id]/changes': { may: 'vote.read', of: 'GET /rounds/{id}/register-changes' },
  '/votes/[id]/checks': { may: 'vote.check', of: 'GET /rounds/{id}/checks' },
  '/votes/[id]/demand': { may: 'vote.read', of: 'GET /rounds/{id}/demand' },
  '/votes/[id]/doors': { may: 'vote.read', of: 'GET /rounds/{id}/doors' },
  '/votes/[id]/grid': { may: 'vote.read', of: 'GET /rounds/{id}', narrowed: ['building', 'home'] },
  '/votes/[id]/sheet': { may: 'vote.write', of: 'GET /rounds/{id}/ballots/template.xlsx' },
  '/votes/new': { may: 'vote.write', narrowed: ['compound', 'scheme'] },
  '/votes/schemes': { may: 'vote.read', narrowed: ['compound'] },
  ...STAGE_PAGES,
};

/** Routes that are no operation of the API: open to everybody, for they say nothing of anybody. */
export const OPEN_ROUTES = [
  '/api/auth/[...nextauth]',
  '/api/health/live',
  '/api/health/ready',
  '/api/v1/openapi.json',
  // for residents, within app/(public): what they take is checked by tests/integration/notices
  '/api/gongshi/[id]/objections',
  '/api/receipt/objections',
  '/anju-ca.crt',
  '/anju-ca.mobileconfig',
  '/icon.svg',
] as const;

export type Line = readonly [may: Who, reach: Reach];

export const OPERATIONS: Record<string, Line> = {
  'GET /audit': ['audit.read', 'offices'],
  'POST /audit/{id}/personal': [{ all: ['personal.reveal', 'audit.read'] }, 'offices'],
  'POST /ballots/{id}/annul': ['vote.write', 'territory'],
  'POST /buildings': ['compound.write', 'territory'],
  'GET /buildings/{id}': ['compound.read', 'territory'],
  'PATCH /buildings/{id}': ['compound.write', 'territory'],
  'POST /buildings/{id}/retire': ['compound.write', 'territory'],
  'GET /compounds': ['compound.read', 'territory'],
  'POST /compounds': ['compound.write', 'territory'],
  'GET /compounds/{id}': ['compound.read', 'territory'],
  'PATCH /compounds/{id}': ['compound.write', 'territory'],
  'GET /compounds/{id}/buildings': ['compound.read', 'territory'],
  'GET /compounds/{id}/files': ['compound.read', 'territory'],
  'POST /compounds/{id}/files': ['register.write', 'offices'],
  'POST /compounds/{id}/files/{fileId}/retire': ['register.write', 'territory'],
  'GET /compounds/{id}/households': ['register.read', 'territory'],
  'POST /compounds/{id}/retire': ['compound.retire', 'territory'],
  'POST /compounds/{id}/split': ['compound.retire', 'territory'],
  'POST /compounds/merge': ['compound.retire', 'territory'],
  'GET /dashboards/survey': ['dashboard.read', 'territory'],
  'GET /drafts/{form}/{subject}': ['signed-in', 'own words'],
  'PUT /drafts/{form}/{subject}': ['signed-in', 'own words'],
  'DELETE /drafts/{form}/{subject}': ['signed-in', 'own words'],
  'GET /exports': ['export.run', 'own'],
  'POST /exports': ['export.run', 'territory'],
  'GET /exports/{id}': ['export.run', 'own'],
  'GET /exports/{id}/file': ['export.run', 'own'],
  'POST /files': ['file.upload', 'own'],
  'GET /files/{id}': ['signed-in', 'offices'],
  'GET /files/{id}/thumbnail': ['signed-in', 'offices'],
  'POST /households': ['register.write', 'territory'],
  'GET /households/{id}': ['register.read', 'territory'],
  'PATCH /households/{id}': ['register.write', 'territory'],
  'POST /households/{id}/owners': ['register.write', 'territory'],
  'POST /households/{id}/owners/{ownerId}/end': ['register.write', 'territory'],
  'POST /households/{id}/retire': ['register.write', 'territory'],
  'GET /imports': ['import.run', 'offices'],
  'POST /imports': ['import.run', 'offices'],
  'GET /imports/mappings': ['import.run', 'offices'],
  'GET /imports/{id}': ['import.run', 'offices'],
  'POST /imports/{id}/cancel': ['import.run', 'offices'],
  'POST /imports/{id}/confirm': ['import.run', 'offices'],
  'PUT /imports/{id}/decisions': ['import.run', 'offices'],
  'GET /imports/{id}/findings': ['import.run', 'offices'],
  'PUT /imports/{id}/mapping': ['import.run', 'offices'],
  'GET /imports/{id}/marked.xlsx': ['import.run', 'offices'],
  'GET /imports/{id}/rows': ['import.run', 'offices'],
  'POST /imports/{id}/undo': ['import.run', 'offices'],
  'GET /me': ['signed-in', 'own'],
  'PATCH /me/locale': ['signed-in', 'own'],
  'GET /notices': ['notice.read', 'territory'],
  'POST /notices': ['notice.write', 'territory'],
  'GET /notices/{id}': ['notice.read', 'territory'],
  'PATCH /notices/{id}': ['notice.write', 'territory'],
  'POST /notices/{id}/complete': ['notice.write', 'territory'],
  'GET /notices/{id}/docx': ['notice.read', 'territory'],
  'POST /notices/{id}/objections': ['notice.write', 'territory'],
  'GET /notices/{id}/page.html': ['notice.read', 'territory'],
  // the photo is that of the office which uploaded it
  'POST /notices/{id}/photos': ['notice.write', 'offices'],
  'POST /notices/{id}/publish': ['notice.write', 'territory'],
  'POST /notices/{id}/withdraw': ['notice.write', 'territory'],
  'POST /objections/{id}/answer': ['notice.write', 'territory'],
  'POST /objections/{id}/contact': ['personal.reveal', 'territory'],
  'GET /operations': ['operations.read', 'prefecture'],
  'POST /operations/jobs/{id}/retry': ['operations.read', 'prefecture'],
  'GET /owners/{id}': ['register.read', 'territory'],
  'PATCH /owners/{id}': ['register.write', 'territory'],
  'POST /owners/{id}/reveal': ['personal.reveal', 'territory'],
  'POST /password': ['signed-in', 'own'],
  'GET /programme/campaigns': ['programme.read', 'prefecture'],
  'POST /programme/campaigns': ['programme.write', 'prefecture'],
  'GET /programme/campaigns/{id}': ['programme.read', 'prefecture'],
  'PATCH /programme/campaigns/{id}': ['programme.write', 'prefecture'],
  'POST /programme/campaigns/{id}/amendments': ['baseline.amend', 'prefecture'],
  'GET /programme/campaigns/{id}/changes': ['compound.read', 'prefecture'],
  'POST /programme/campaigns/{id}/freeze': ['baseline.freeze', 'prefecture'],
  'GET /programme/years': ['programme.read', 'prefecture'],
  'POST /programme/years': ['programme.write', 'prefecture'],
  'GET /programme/years/{id}': ['programme.read', 'prefecture'],
  'PATCH /programme/years/{id}': ['programme.write', 'prefecture'],
  'POST /reminders/{id}/aside': ['signed-in', 'own office'],
  'POST /rounds/{id}/ballots/sheet': ['vote.write', 'territory'],
  'POST /rounds/{id}/ballots/sheet/marked.xlsx': ['vote.write', 'territory'],
  'GET /rounds/{id}/ballots/template.xlsx': ['vote.write', 'territory'],
  'GET /rounds/{id}/forms': ['vote.read', 'territory'],
  'POST /rounds/{id}/forms': ['vote.write', 'territory'],
  'GET /rounds/{id}/forms/{batch}': ['vote.read', 'territory'],
  'GET /rounds': ['vote.read', 'territory'],
  'POST /rounds': ['vote.write', 'territory'],
  'GET /rounds/{id}': ['vote.read', 'territory'],
  'PATCH /rounds/{id}': ['vote.write', 'territory'],
  'POST /rounds/{id}/ballots': ['vote.write', 'territory'],
  'GET /rounds/{id}/call-backs': ['vote.read', 'territory'],
  'PUT /rounds/{id}/call-backs/{householdId}': ['vote.check', 'territory'],
  'POST /rounds/{id}/cancel': ['vote.write', 'territory'],
  'POST /rounds/{id}/certify': ['vote.certify', 'territory'],
  'GET /rounds/{id}/checks': ['vote.check', 'territory'],
  'POST /rounds/{id}/checks': ['vote.check', 'territory'],
  'POST /rounds/{id}/close': ['vote.write', 'territory'],
  'GET /rounds/{id}/demand': ['vote.read', 'territory'],
  'GET /rounds/{id}/doors': ['vote.read', 'territory'],
  'GET /rounds/{id}/households': ['vote.read', 'territory'],
  'GET /rounds/{id}/households/{householdId}/ballots': ['vote.read', 'territory'],
  'POST /rounds/{id}/open': ['vote.write', 'territory'],
  'GET /rounds/{id}/package': ['vote.write', 'territory'],
  'GET /rounds/{id}/pulse': ['vote.read', 'territory'],
  'GET /rounds/{id}/register-changes': ['vote.read', 'territory'],
  'GET /rounds/{id}/suspicions': ['vote.read', 'territory'],
  'POST /rounds/{id}/visits': ['vote.write', 'territory'],
  'GET /rulebook': ['rulebook.read', 'shared'],
  'GET /rulebook/{id}': ['rulebook.read', 'shared'],
  'GET /schemes': ['vote.read', 'territory'],
  'POST /schemes': ['vote.write', 'territory'],
  'GET /schemes/{id}': ['vote.read', 'territory'],
  'PATCH /schemes/{id}': ['vote.write', 'territory'],
  'POST /schemes/{id}/finalize': ['vote.write', 'territory'],
  // its file is that of the office which uploaded it
  'PUT /schemes/{id}/parts/{part}': ['vote.write', 'offices'],
  'POST /sign-out': ['signed-in', 'own'],
  'GET /tasks': ['signed-in', 'territory'],
  'GET /tokens': ['signed-in', 'own'],
  'POST /tokens': ['signed-in', 'own'],
  'POST /tokens/{id}/revoke': ['signed-in', 'administered'],
  'GET /units': ['unit.read', 'territory'],
  'POST /units': ['unit.write', 'territory'],
  'GET /units/{id}': ['unit.read', 'units'],
  'PATCH /units/{id}': ['unit.write', 'units'],
  'PUT /units/{id}/name': ['unit.write', 'units'],
  'PUT /units/{id}/retirement': ['unit.write', 'units'],
  'GET /users': ['user.read', 'territory'],
  'POST /users': ['user.write', 'territory'],
  'GET /users/{id}': ['user.read', 'territory'],
  'PATCH /users/{id}': ['user.write', 'territory'],
  'GET /users/{id}/tokens': ['user.read', 'territory'],
  'PUT /users/{id}/password': ['user.write', 'territory'],
  ...STAGE_OPERATIONS,
};
