import type pg from 'pg';
import type { PersonalKeys } from '@/lib/server/compounds/personal';
import { type KeyPurpose, newDataKey } from '@/lib/server/crypto/personal-keys';

async function makeKey(
  client: pg.Client,
  purpose: KeyPurpose,
  period: string,
  place: { prefectureId: string; countyId: string },
) {
  const { key, wrapped } = newDataKey(purpose, period);
  const { rows } = await client.query<{ id: string }>(
    'INSERT INTO personal_key (prefecture_id, county_id, purpose, period, wrapped) VALUES ($1, $2, $3, $4, $5) RETURNING id',
    [place.prefectureId, place.countyId, purpose, period, wrapped],
  );
  return { id: rows[0]?.id ?? '', key };
}

/** The keys of a county that has none yet, as lib/server/crypto makes them at the first write. */
export async function makePersonalKeys(
  client: pg.Client,
  month: string,
  place: { prefectureId: string; countyId: string },
): Promise<PersonalKeys> {
  return {
    register: await makeKey(client, 'register', 'register', place),
    audit: await makeKey(client, 'audit', month, place),
  };
}
