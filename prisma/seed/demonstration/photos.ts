import type pg from 'pg';
import { happens, idOf, share } from '../shared/sequence';
import { HEIGHT, type Picture, storePictures, WIDTH } from './pictures';
import type { PlannedCompound } from './plan-types';

const CAPTIONS = ['小区大门', '楼栋外立面', '院内道路'];

/** One to three photos of most compounds; one in eight has none yet. */
export const photosOf = (compound: PlannedCompound): number =>
  compound.status !== 'active' || happens(compound.number, 'no photo', 125)
    ? 0
    : 1 + share(compound.number, 'photos', 3);

const INSERT = `WITH given AS (
    SELECT r.file_id, r.media, r.caption, r.key, r.sha256, r.size, r.thumbnail, r.taken, c.id AS compound_id, c.county_id, c.subdistrict_id, c.community_id, a.id AS by_account, a.prefecture_id
    FROM jsonb_to_recordset($1) AS r (file_id uuid, compound text, media text, caption text, key text, sha256 text, size int, thumbnail text, taken date)
    JOIN compound c ON c.code = r.compound
    JOIN LATERAL (SELECT id, prefecture_id FROM account WHERE county_id = c.county_id AND role = 'county_bureau' ORDER BY username LIMIT 1) a ON true
  ), stored AS (
    INSERT INTO stored_file (id, prefecture_id, county_id, subdistrict_id, community_id, purpose, name, media_type, size, sha256, storage_key, thumbnail_key, width, height, uploaded_by)
      SELECT file_id, prefecture_id, county_id, subdistrict_id, community_id, 'photo', caption || '.jpg', media, size, sha256, key, thumbnail, ${WIDTH}, ${HEIGHT}, by_account FROM given
      RETURNING id
  )
  INSERT INTO compound_file (compound_id, file_id, county_id, subdistrict_id, community_id, kind, caption, taken_on, created_by)
    SELECT compound_id, file_id, county_id, subdistrict_id, community_id, 'photo', caption, taken, by_account FROM given JOIN stored ON stored.id = given.file_id`;

function rowsOf(compound: PlannedCompound, pictures: readonly Picture[], next: () => number) {
  return Array.from({ length: photosOf(compound) }, (_, index) => {
    const picture = pictures[(share(compound.number, 'picture', pictures.length) + index) % pictures.length];
    const day = String(1 + share(compound.number, 'photo day', 28)).padStart(2, '0');
    return {
      file_id: idOf('file', next()),
      compound: compound.code,
      media: 'image/jpeg',
      caption: CAPTIONS[index],
      key: picture?.key,
      sha256: picture?.sha256,
      size: picture?.size,
      thumbnail: picture?.thumbnailKey,
      taken: `2019-0${4 + share(compound.number, 'photo month', 6)}-${day}`,
    };
  });
}

/** Photos as a clerk of the county would have attached them. */
export async function loadPhotos(client: pg.Client, plan: readonly PlannedCompound[]): Promise<void> {
  const pictures = await storePictures();
  let number = 0;
  const rows = plan.flatMap((compound) => rowsOf(compound, pictures, () => ++number));
  await client.query(INSERT, [JSON.stringify(rows)]);
}
