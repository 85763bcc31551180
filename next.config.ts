import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // No image optimiser (look-ups of arbitrary URLs, a cache on disk): thumbnails are made once, at upload.
  images: { unoptimized: true },
  // A worker that a proxy kept would keep phones at an old version.
  headers: async () => [{ source: '/sw.js', headers: [{ key: 'cache-control', value: 'no-cache' }] }],
  turbopack: {
    resolveAlias: {
      'use-intl/format-message': {
        browser: './lib/i18n/format-message-browser.ts',
        default: './lib/i18n/format-message.ts',
      },
    },
  },
  serverExternalPackages: [
    'pg',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@node-rs/argon2',
    'sharp',
    'exceljs',
    'pg-boss',
    'yauzl',
  ],
};

export default createNextIntlPlugin('./lib/i18n/request.ts')(config);
