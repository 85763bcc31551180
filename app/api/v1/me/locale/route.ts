import { ownSettingsSchema } from '@/lib/domain/accounts/schema';
import { localeCookie } from '@/lib/i18n/config';
import { done } from '@/lib/server/answer';
import { serializeCookie } from '@/lib/server/auth/set-cookie';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PATCH: operation({
    summary: '选择界面语言，随账号保存',
    tag: 'accounts',
    permission: 'signed-in',
    beforePasswordChange: true,
    body: ownSettingsSchema,
    output: ownSettingsSchema,
    action: 'account.locale',
    run: async ({ tx, actor, body }) => {
      await tx.$executeRaw`UPDATE account SET locale = ${body.locale} WHERE id = ${actor.accountId}::uuid AND locale <> ${body.locale}`;
      const cookie = serializeCookie(localeCookie, body.locale, { maxAge: 31_536_000, httpOnly: false });
      return done(body, { headers: { 'set-cookie': cookie } });
    },
  }),
});
