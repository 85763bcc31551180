// A thread does not inherit the hooks that let Node read TypeScript: they are set up again before the first import.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
