import 'server-only';

/** Statements written by hand: `Prisma.sql` keeps values apart from the text. The client itself stays behind withActor. */
export { Prisma } from '@/prisma/generated/client';
