const LONGEST_EDGE = 1_600;
const QUALITY = 0.82;

/** Small enough for a slow line, large enough to read a signature. null: it is no picture that this device can read. */
export async function smallerPhoto(file: Blob): Promise<Blob | null> {
  const picture = await decode(file);
  if (!picture) return null;
  const { width, height } = picture;
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  // what is transparent would turn black in a JPEG
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}

/** As the camera held it: the turn that stands in the file is applied. */
async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}
