import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Actor } from '@/lib/server/actor';
import { fileStore } from '@/lib/server/files/store';
import { share } from '../../shared/sequence';
import type { Stage } from './types';

const [WIDTH, HEIGHT, DRAWN] = [480, 680, 8];

interface Drawn {
  bytes: Buffer;
  thumbnailKey: string;
}

const line = (x: number, y: number, width: number) =>
  `<rect x="${x}" y="${y}" width="${width}" height="3" fill="#5a5a5a"/>`;

/** A filled form as a phone sees it from above. What is written on it can't be read, for nobody wrote it. */
function sheet(number: number): string {
  const turned = share(number, 'form turned', 7) - 3;
  const rows = Array.from({ length: 13 }, (_, at) =>
    line(96, 190 + at * 30, 120 + share(`${number}/${at}`, 'row', 160)),
  );
  const ticks = [0, 1, 2].map(
    (at) => `<rect x="${100 + at * 90}" y="140" width="16" height="16" fill="none" stroke="#333" stroke-width="2"/>`,
  );
  const chosen = 100 + share(number, 'tick', 3) * 90;
  const strokes = Array.from({ length: 4 }, (_, at) => {
    const [x, bend] = [270 + at * 22, share(`${number}/${at}`, 'stroke', 30)];
    return `<path d="M${x} 600 q${bend} -28 18 -4" stroke="#1d2d5c" stroke-width="3" fill="none"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#8a7a63"/>
    <g transform="rotate(${turned} 240 340)"><rect x="56" y="50" width="370" height="590" fill="#f4f1e8"/>${line(150, 90, 180)}${line(190, 106, 100)}
    ${ticks.join('')}<path d="M${chosen} 148 l6 8 l14 -22" stroke="#1d2d5c" stroke-width="3" fill="none"/>${rows.join('')}${strokes.join('')}</g></svg>`;
}

async function draw(number: number): Promise<Drawn> {
  const bytes = await sharp(Buffer.from(sheet(number)))
    .jpeg({ quality: 80 })
    .toBuffer();
  const thumbnail = await sharp(bytes).resize({ width: 320 }).webp({ quality: 74 }).toBuffer();
  return { bytes, thumbnailKey: (await fileStore().put(Readable.from([thumbnail]))).key };
}

/** The same picture with a remark in it: a file of its own, as each photo is. */
function remarked(jpeg: Buffer, remark: string): Buffer {
  const text = Buffer.from(remark);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  const behind = jpeg[2] === 0xff && jpeg[3] === 0xe0 ? 4 + jpeg.readUInt16BE(4) : 2;
  return Buffer.concat([jpeg.subarray(0, behind), segment, jpeg.subarray(behind)]);
}

const board = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#9aa79c"/>
  <rect x="40" y="70" width="400" height="520" fill="#6d5238"/><rect x="56" y="86" width="368" height="488" fill="#c9cfd0"/>
  <g transform="rotate(-1 240 330)"><rect x="130" y="130" width="230" height="330" fill="#fdfcf7"/>${line(170, 160, 150)}${Array.from({ length: 11 }, (_, at) => line(150, 196 + at * 22, 150 + share(at, 'board', 40))).join('')}</g></svg>`;

const INSERT = `INSERT INTO stored_file (id, prefecture_id, county_id, subdistrict_id, community_id, purpose, name, media_type, size, sha256, storage_key, thumbnail_key, width, height, uploaded_by)
  VALUES ($1, $2, $3, $4, $5, $12, $6, 'image/jpeg', $7, $8, $9, $10, ${WIDTH}, ${HEIGHT}, $11)`;

export interface Photo {
  id: string;
  sha256: string;
}
export type Photograph = (actor: Actor, name: string) => Promise<Photo>;

const placeOf = (actor: Actor) => [actor.prefectureId, actor.countyId, actor.subdistrictId, actor.communityId];

/** The board with the posted paper: one picture, a file of its own for each notice. */
export async function boardPictures({ client, next }: Pick<Stage, 'client' | 'next'>) {
  const bytes = await sharp(Buffer.from(board)).jpeg({ quality: 80 }).toBuffer();
  const { key, sha256, size } = await fileStore().put(Readable.from([bytes]));
  const thumbnail = await sharp(bytes).resize({ width: 320 }).webp({ quality: 74 }).toBuffer();
  const small = await fileStore().put(Readable.from([thumbnail]));
  return async (actor: Actor): Promise<string> => {
    const id = next('form');
    const file = ['公示栏.jpg', size, sha256, key, small.key, actor.accountId, 'photo'];
    await client.query({ name: 'seed-file', text: INSERT, values: [id, ...placeOf(actor), ...file] });
    return id;
  };
}

/** Photos of forms, each a file of its own, as evidence of the officer's territory. */
export async function photographs({ client, next }: Stage): Promise<Photograph> {
  const drawn = await Promise.all(Array.from({ length: DRAWN }, (_, number) => draw(number)));
  let taken = 0;
  return async (actor, name) => {
    const picture = drawn[taken % DRAWN];
    taken += 1;
    const id = next('form');
    if (!picture) throw new Error('no picture of a form');
    const { key, sha256, size } = await fileStore().put(Readable.from([remarked(picture.bytes, `form ${taken}`)]));
    const file = [`${name}.jpg`, size, sha256, key, picture.thumbnailKey, actor.accountId, 'ballot'];
    await client.query({ name: 'seed-file', text: INSERT, values: [id, ...placeOf(actor), ...file] });
    return { id, sha256 };
  };
}
