import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';

/** Absent in production, unless somebody asks for it. */
export default function GalleryLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === 'production' && process.env.ANJU_GALLERY !== '1') notFound();
  return children;
}
