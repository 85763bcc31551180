export default {
  says: 'nginx passes on the address that a client gives itself.',
  file: 'scripts/https/nginx.mjs',
  find: 'proxy_set_header X-Forwarded-For $remote_addr;',
  put: 'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
  run: ['drill', 'tests/drill/https.test.ts'],
  fails: /10\.9\.8\.7/,
};
