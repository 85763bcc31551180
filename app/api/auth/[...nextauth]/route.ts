import { authDoor } from '@/lib/server/auth/door';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const handle = async (request: Request, { params }: Context): Promise<Response> =>
  authDoor(request, (await params).nextauth);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
