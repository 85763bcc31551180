import 'server-only';
import sharp from 'sharp';

type ImageKind = 'jpeg' | 'png' | 'webp';

/** A phone's photo has 12 to 50 million pixels; more is a bomb. */
const MAX_PIXELS = 60_000_000;
const LONGEST_SIDE = 4096;
const THUMBNAIL_SIDE = 480;

export interface Redrawn {
  bytes: Buffer;
  width: number;
  height: number;
}

/**
 * Draws the picture anew: what was hidden behind or beside the pixels (scripts of a polyglot, place and owner of the camera in EXIF)
 * does not come along. null when it is no whole picture.
 */
export async function redraw(file: string, kind: ImageKind): Promise<Redrawn | null> {
  try {
    const picture = sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
    const encoded =
      kind === 'jpeg'
        ? picture.jpeg({ quality: 88, mozjpeg: true })
        : kind === 'png'
          ? picture.png()
          : picture.webp({ quality: 88 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}

/** The small picture of one that was redrawn. */
export function shrink(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer();
}
