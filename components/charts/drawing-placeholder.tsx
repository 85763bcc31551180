import { Skeleton } from '@/components/ui/skeleton';

export function DrawingPlaceholder() {
  return <Skeleton className="size-full" />;
}
