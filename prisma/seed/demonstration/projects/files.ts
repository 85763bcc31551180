import { Readable } from 'node:stream';
import { fileStore } from '@/lib/server/files/store';
import { idOf } from '../../shared/sequence';
import { type PageText, pageOf, sha256Of } from './page';
import type { Rows } from './rows';

export interface Filed {
  id: string;
  sha256: string;
}

export interface Owner {
  prefectureId: string;
  countyId: string | null;
  projectId: string | null;
  by: string;
  at: string;
}

/** A picture of a house that lies in the store already. */
export interface Pictured {
  key: string;
  sha256: string;
  size: number;
  thumbnail: string;
  width: number;
  height: number;
}

const TOGETHER = 16;

/** Papers and photos as they are filed: rows at once, bytes when all are known, each once. */
export class Files {
  private readonly bytes = new Map<string, Buffer>();
  private count = 0;

  constructor(private readonly rows: Rows) {}

  private row({ prefectureId, countyId, projectId, by, at }: Owner, name: string, file: object): string {
    const id = idOf('projectFile', ++this.count);
    const place = { id, prefecture_id: prefectureId, county_id: countyId, project_id: projectId };
    this.rows.add('stored_file', { ...place, name, ...file, uploaded_by: by, created_at: at });
    return id;
  }

  document(owner: Owner, text: PageText): Filed {
    const bytes = pageOf(text);
    const sha256 = sha256Of(bytes);
    this.bytes.set(sha256, bytes);
    const picture = { thumbnail_key: null, width: null, height: null };
    const key = `${sha256.slice(0, 2)}/${sha256}`;
    const kind = { purpose: 'document', media_type: 'application/pdf', size: bytes.length };
    return { id: this.row(owner, `${text.title}.pdf`, { ...kind, sha256, storage_key: key, ...picture }), sha256 };
  }

  photo(owner: Owner, name: string, picture: Pictured): Filed {
    const { key, sha256, size, thumbnail, width, height } = picture;
    const kind = { purpose: 'photo', media_type: 'image/jpeg', size, sha256, storage_key: key };
    return { id: this.row(owner, `${name}.jpg`, { ...kind, thumbnail_key: thumbnail, width, height }), sha256 };
  }

  async store(): Promise<void> {
    const all = [...this.bytes.values()];
    for (let at = 0; at < all.length; at += TOGETHER) {
      await Promise.all(all.slice(at, at + TOGETHER).map((bytes) => fileStore().put(Readable.from([bytes]))));
    }
  }
}
