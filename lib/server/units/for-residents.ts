import 'server-only';
import { pool } from '@/lib/server/db/pool';

export interface UnitForResidents {
  kind: 'prefecture' | 'county';
  name: string;
  nameEn: string | null;
}

/** The prefecture first, then its counties in their order. Asked by people without an account. */
export async function unitsForResidents(): Promise<UnitForResidents[]> {
  const { rows } = await pool().query<UnitForResidents>(
    'SELECT kind, name, name_en AS "nameEn" FROM units_for_residents()',
  );
  return rows;
}
