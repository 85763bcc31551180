// The nginx configuration in front of the application (docs/operations/https.md says where it goes).
import net from 'node:net';
import { problem } from '../serve-answers.mjs';
import { LARGEST_BODY, TOO_LARGE } from '../serve-guard.mjs';

/** A large body is refused while it is being sent; the application could only close the line, which shows as a fault. In its words, then. */
const LARGEST = `${LARGEST_BODY / 1024 ** 2}m`;
const tooLarge = (english) => problem(TOO_LARGE, '$request_id', english);
/** The application gives up after 10 minutes, and is to be the one that says so. */
const PATIENCE = '11m';

/** Open to devices that do not trust yet: the guide, what it needs, and the authority's certificate. */
const PLAIN = '^/(?:certificate|anju-ca\\.crt|anju-ca\\.mobileconfig|icon\\.svg|_next/static/.*)$';

const TLS = `    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;
    ssl_prefer_server_ciphers off;
    ssl_session_cache shared:anju_tls:5m;
    ssl_session_timeout 1d;
    ssl_session_tickets off;`;

const portOf = (port, standard) => (port === standard ? '' : `:${port}`);

/** What a client says of itself is replaced by what nginx sees: nobody passes for another address or another host. */
const passTo = (upstream, { host, scheme, port, more = '' }) => `        proxy_pass http://${upstream};
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host ${host};
        proxy_set_header X-Forwarded-Host ${host};
        proxy_set_header X-Forwarded-Proto ${scheme};
        proxy_set_header X-Forwarded-Port ${port};
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Real-IP $remote_addr;
        proxy_set_header Forwarded "";${more}`;

const LIMITS = `    client_max_body_size ${LARGEST};
    error_page 413 @too_large;
    location @too_large {
        default_type application/problem+json;
        charset utf-8;
        add_header Cache-Control no-store always;
        return 413 $anju_too_large;
    }
    client_body_timeout 60s;
    # an upload is taken in whole before the application is asked: a slow phone holds nothing of it
    proxy_request_buffering on;
    proxy_connect_timeout 5s;
    proxy_send_timeout ${PATIENCE};
    proxy_read_timeout ${PATIENCE};`;

const logs = (folder) => `    access_log ${folder}/anju-access.log anju;
    error_log ${folder}/anju-error.log crit;`;

function office({ names, listen, httpPort, httpsPort, logFolder, files }) {
  const on = (port) => (listen ? `${listen}:${port}` : port);
  const served = names.join(' ');
  const host = (port, standard) => `$host${portOf(port, standard)}`;
  return `# Plain http: the guide and the authority's certificate, which a device fetches before it trusts; all else goes to https.
server {
    listen ${on(httpPort)} default_server;
    server_name ${served};
    server_tokens off;
${logs(logFolder)}
    location ~ "${PLAIN}" {
        limit_except GET { deny all; }
        proxy_hide_header Strict-Transport-Security;
${passTo('anju_office', { host: host(httpPort, 80), scheme: 'http', port: httpPort, more: '\n        proxy_set_header Cookie $anju_looks;' })}
    }
    location / {
        # not for good: a browser that remembered it could not come back to the guide when the authority is made anew
        return 307 https://$anju_office_host${portOf(httpsPort, 443)}$request_uri;
    }
}

# Whoever comes by another name gets no page: the certificate would not be his, and no cookie is to be set there.
server {
    listen ${on(httpsPort)} ssl http2 default_server;
    server_name _;
    server_tokens off;
    ssl_certificate "${files.certificate}";
    ssl_certificate_key "${files.key}";
${TLS}
${logs(logFolder)}
    return 421;
}

server {
    listen ${on(httpsPort)} ssl http2;
    server_name ${served};
    server_tokens off;
    ssl_certificate "${files.certificate}";
    ssl_certificate_key "${files.key}";
${TLS}
${logs(logFolder)}
${LIMITS}
    location / {
${passTo('anju_office', { host: host(httpsPort, 443), scheme: 'https', port: httpsPort })}
    }
}`;
}

/** On a port of its own, by an upstream of its own: what reaches it reaches the public pages and nothing else, whatever host it names. */
function residents({ publicUrl, publicListen, publicCertificate, publicKey, logFolder }) {
  const { host, protocol } = new URL(publicUrl);
  const scheme = protocol.slice(0, -1);
  const port = new URL(publicUrl).port || (scheme === 'https' ? '443' : '80');
  const tls = publicCertificate
    ? `    ssl_certificate "${publicCertificate}";
    ssl_certificate_key "${publicKey}";
${TLS}\n`
    : '    # plain http: TLS ends at the gateway in front of this machine, if there is one\n';
  return `
# The residents' address. Let the firewall pass THIS port from outside, and no other.
server {
    listen ${publicListen}${publicCertificate ? ' ssl http2' : ''} default_server;
    server_name _;
    server_tokens off;
${tls}${logs(logFolder)}
${LIMITS}
    location / {
${passTo('anju_public', { host, scheme, port, more: '\n        proxy_set_header Authorization "";\n        proxy_set_header Cookie $anju_looks;' })}
    }
}
`;
}

/** Names that nginx may send a plain request on to: an address it does not know is answered with the first. */
const officeHosts = (names) => names.map((name) => `    ${name} ${name};`).join('\n');

export function nginxText({ names, port, publicPort, publicUrl, made, ...rest }) {
  const upstream = (name, to) => `upstream ${name} {
    server 127.0.0.1:${to};
    keepalive 32;
    keepalive_timeout 60s; # below the application's 65 s: it never closes one that nginx is about to use
}`;
  return `# 安居 · 由 npm run https:setup 生成，请勿手改：再次运行会覆盖。 Written by npm run https:setup ${made}: do not edit.
# nginx 1.25.1 起会提示 "listen … http2" 写法较旧，可以忽略。 nginx from 1.25.1 on remarks on "listen … http2": harmless.

# paths without what stands behind the question mark: that may be a name somebody searched for
log_format anju '$remote_addr [$time_iso8601] "$request_method $uri" $status $body_bytes_sent $request_time';

# of the cookies only those of language and type size, for pages that are nobody's own
map $http_cookie $anju_locale { default ""; "~(?:^|;\\s*)(?<anju_l>anju-locale=[A-Za-z-]+)" "$anju_l; "; }
map $http_cookie $anju_looks { default "$anju_locale"; "~(?:^|;\\s*)(?<anju_t>anju-large-type=[01])" "$anju_locale$anju_t"; }
map $anju_locale $anju_too_large {
    default '${tooLarge(false)}';
    "anju-locale=en; " '${tooLarge(true)}';
}
map $host $anju_office_host {
    default ${names[0]};
${officeHosts(names)}
}

${upstream('anju_office', port)}
${publicUrl ? `${upstream('anju_public', publicPort)}\n` : ''}
${office({ names, ...rest })}
${publicUrl ? residents({ publicUrl, ...rest }) : ''}`;
}

/** A port, or an address of this machine with one. */
export function isListen(text) {
  const [, address, port] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  return Boolean(port) && Number(port) >= 1 && Number(port) <= 65535 && (!address || net.isIPv4(address));
}
