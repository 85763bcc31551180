// npm run admin:create [-- --username admin --name 系统管理员 --another]
// The first account of the prefecture bureau, with a one-time password that must be changed at the first sign-in.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type FirstAdministrator, makeAdministrator } from '@/lib/server/accounts/first-administrator';

const options = {
  username: { type: 'string', default: 'admin' },
  name: { type: 'string', default: '系统管理员' },
  another: { type: 'boolean', default: false },
} as const;

function tell(made: FirstAdministrator): string {
  switch (made.kind) {
    case 'made':
      return (
        `已建立账号 account made: ${made.username}（州住建局，${made.unit}）\n` +
        `一次性密码 one-time password: ${made.password}\n` +
        '首次登录时须改成自己的密码，此密码不再显示。It must be changed at the first sign-in and is not shown again.'
      );
    case 'exists':
      return (
        `已有可用的州住建局账号 there is an administrator already: ${made.usernames.join(', ')}\n` +
        '忘记密码请由另一位管理员重置；确需再建一个，请加 --another。To make one more all the same, add --another.'
      );
    case 'no-units':
      return '单位尚未载入，请先运行一次 npm start。There are no units yet: run npm start once.';
    case 'bad-username':
      return '--username: 以英文字母开头，3–40 位，只用字母、数字、点、横线、下划线。A letter first, then letters, digits, dot, hyphen, underscore.';
    case 'taken':
      return `用户名 ${made.username} 已有人使用，请用 --username 换一个。The user name is taken: choose another by --username.`;
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options, strict: true });
  const client = new pg.Client({ connectionString: process.env.ANJU_OWNER_URL, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    const { username, name, another } = values;
    const made = await makeAdministrator(client, { username, displayName: name, another });
    (made.kind === 'made' ? console.log : console.error)(tell(made));
    process.exitCode = made.kind === 'made' ? 0 : 1;
  } finally {
    await client.end();
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? 64 : 1;
});
