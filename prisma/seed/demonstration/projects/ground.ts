import type pg from 'pg';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { idOf } from '../../shared/sequence';
import { COMPANY_KINDS, type CompanyKind, companyName, creditCode } from './companies';
import { type County, peopleOf, picturesOf } from './facts';
import { Files } from './files';
import { Rows } from './rows';
import type { Ground } from './told';

export async function groundOf(client: pg.Client, today: CalendarDate, rulebookId: string): Promise<Ground> {
  const people = await peopleOf(client);
  const { rows: years } = await client.query<{ id: string; year: number; current: boolean }>(
    'SELECT id, year, current FROM programme_year',
  );
  const given = new Map<string, number>();
  const rows = new Rows();
  return {
    ...{ rows, files: new Files(rows), today, rulebookId, pictures: await picturesOf(client) },
    year: (year) => {
      const found = years.find((one) => (year === null ? one.current : one.year === year));
      if (!found) throw new Error(`demonstration: no programme year ${year}`);
      return found;
    },
    person: (username) => {
      const found = people.get(username);
      if (!found) throw new Error(`demonstration: no account ${username}`);
      return found;
    },
    next: (table) => {
      given.set(table, (given.get(table) ?? 0) + 1);
      return idOf(table, given.get(table) ?? 0);
    },
  };
}

export type CompanyOf = (kind: CompanyKind) => { id: string; name: string };

/** The companies of a county, registered before its first project. */
export function companiesOf(ground: Ground, county: County): CompanyOf {
  const by = ground.person(`${county.letters}.zjj1`).id;
  const at = new Date('2019-03-04T02:00:00Z').toISOString();
  const found = new Map(
    COMPANY_KINDS.map((kind) => {
      const [id, name] = [ground.next('company'), companyName(kind, county.name)];
      const area = county.code.endsWith('KFQ') ? '532300' : county.code;
      ground.rows.add('company', {
        id,
        county_id: county.id,
        name,
        credit_code: creditCode(area, name),
        kinds: [kind],
        created_by: by,
        created_at: at,
        updated_at: at,
      });
      return [kind, { id, name }] as const;
    }),
  );
  return (kind) => found.get(kind) ?? { id: '', name: '' };
}
