interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
type DetectorClass = new (options?: { formats: string[] }) => Detector;

const detectorClass = (): DetectorClass | undefined =>
  typeof window === 'undefined' ? undefined : (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Where the browser itself reads codes, and may use the camera. */
export const canScan = (): boolean => detectorClass() !== undefined && navigator.mediaDevices !== undefined;

const PAUSE_MS = 200;

/** The address of the receipt page stands on the form too: that is no form number. */
const isNumber = (text: string): boolean => text.length <= 60 && !/^https?:/i.test(text);

/** Shows the camera in `video` until a code is found. Rejects where the camera is denied; ends when `signal` says so. */
export async function scanInto(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const Detector = detectorClass();
  if (!Detector) return null;
  const detector = new Detector({ formats: ['code_128', 'code_39', 'qr_code'] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const found = (await detector.detect(video)).find(({ rawValue }) => isNumber(rawValue));
      if (found) return found.rawValue.trim();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
