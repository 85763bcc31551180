import { toast } from '@/components/ui/toast-store';
import { type Problem, sentencesOf } from '@/lib/client/api';

/** Somebody else was first: said in a note that stays while the page turns to how things stand now. */
export function tellClash(problem: Problem): void {
  toast(sentencesOf(problem).join(' '), 'red');
}
