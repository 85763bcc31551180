import 'server-only';
import { open } from 'node:fs/promises';

/** Streams a body to a new file and answers its bytes; null as soon as there are more than `limit`, whatever its header said. */
export async function bodyToFile(
  body: ReadableStream<Uint8Array>,
  file: string,
  limit: number,
): Promise<number | null> {
  const handle = await open(file, 'wx', 0o600);
  const reader = body.getReader();
  try {
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > limit) {
        await reader.cancel();
        return null;
      }
      await handle.writeFile(part.value);
    }
    return size;
  } finally {
    await handle.close();
  }
}
