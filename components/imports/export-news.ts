const NEWS = 'anju:exports';

/** Tells the list of exports on the same page that there is something new. */
export function announceExport(): void {
  window.dispatchEvent(new Event(NEWS));
}

export function onExportNews(tell: () => void): () => void {
  window.addEventListener(NEWS, tell);
  return () => window.removeEventListener(NEWS, tell);
}
