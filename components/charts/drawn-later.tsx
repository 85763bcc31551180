import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { DrawingPlaceholder } from './drawing-placeholder';

/** So far below the screen is the drawing fetched: about one turn of the wheel. */
const AHEAD = '300px';

/**
 * A drawing that only the browser makes, fetched when the reader comes near to where it stands: a page of figures opens
 * without the code of the charts further down. Not by next/dynamic: its `ssr: false` throws on the server for each
 * chart, and the page pays for every error.
 */
export function DrawnLater({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const draw = () => setNear(true);
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && draw(), {
      rootMargin: AHEAD,
    });
    if (place.current) watch.observe(place.current);
    // who prints the page prints what he has not scrolled to as well
    window.addEventListener('beforeprint', draw);
    return () => {
      watch.disconnect();
      window.removeEventListener('beforeprint', draw);
    };
  }, []);
  return (
    // a drawing has the width it was made for until it is made anew: it must not hold the page open as that narrows
    <div ref={place} className="size-full overflow-hidden contain-inline-size">
      {near ? <Suspense fallback={<DrawingPlaceholder />}>{children}</Suspense> : <DrawingPlaceholder />}
    </div>
  );
}
