import { Readable } from 'node:stream';
import sharp from 'sharp';
import { fileStore } from '@/lib/server/files/store';
import { choose, share } from '../shared/sequence';

export interface Picture {
  key: string;
  sha256: string;
  size: number;
  thumbnailKey: string;
}

export const WIDTH = 960;
export const HEIGHT = 640;
const WALLS = ['#cdb79a', '#b9a58c', '#c9c2b5', '#a9b3a0', '#d3c7a8', '#b7a7a0'] as const;
const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

/** One front of a house as it might stand there: nobody's home, so nobody's photo. */
function front(number: number): string {
  const storeys = 3 + share(number, 'picture storeys', 4);
  const columns = 6 + share(number, 'picture columns', 4) * 2;
  const [left, top, width, height] = [90, 470 - storeys * 64, WIDTH - 180, storeys * 64];
  const step = width / columns;
  const windows = Array.from({ length: storeys * columns }, (_, at) => {
    const [x, y] = [left + (at % columns) * step + step / 5, top + Math.floor(at / columns) * 64 + 14];
    const grille =
      share(`${number}/${at}`, 'grille', 3) === 0 ? rect(x - 3, y + 26, step * 0.6 + 6, 12, '#8d8f92') : '';
    return rect(x, y, step * 0.6, 36, choose(['#5d6f7d', '#6f8391', '#4b5964'], `${number}/${at}`, 'pane')) + grille;
  });
  const stains = Array.from({ length: 5 }, (_, at) =>
    rect(left + share(`${number}/${at}`, 'stain', width - 40), top, 8, height, '#00000014'),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    ${rect(0, 0, WIDTH, HEIGHT, '#c4d3dc')}${rect(0, 470, WIDTH, 170, '#9a958b')}${rect(left, top, width, height, choose(WALLS, number, 'wall'))}
    ${stains.join('')}${windows.join('')}${rect(left, top - 12, width, 14, '#7b736a')}${rect(0, 520, WIDTH, 8, '#847f76')}</svg>`;
}

const COUNT = 12;

/** Draws and stores the pictures; the same bytes lie there once, however often they are loaded. */
export async function storePictures(): Promise<Picture[]> {
  const store = fileStore();
  const pictures: Picture[] = [];
  for (let number = 0; number < COUNT; number++) {
    const bytes = await sharp(Buffer.from(front(number)))
      .jpeg({ quality: 84 })
      .toBuffer();
    const thumbnail = await sharp(bytes).resize({ width: 480 }).webp({ quality: 78 }).toBuffer();
    const { key, sha256, size } = await store.put(Readable.from([bytes]));
    pictures.push({ key, sha256, size, thumbnailKey: (await store.put(Readable.from([thumbnail]))).key });
  }
  return pictures;
}
