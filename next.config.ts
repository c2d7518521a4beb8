import { createRequire } from 'node:module'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { API_HEADERS } from './lib/auth/security-headers'

const root = dirname(fileURLToPath(import.meta.url))

/**
 * What all of Radix is made of. Another package brings older ones, which npm puts in the common place, so that each part of Radix has a copy of its
 * own: here they share the one that `radix-ui` itself has.
 */
const PARTS_OF_RADIX = ['compose-refs', 'primitive', 'slot', 'use-controllable-state', 'use-effect-event', 'use-layout-effect']

function lightRadix(): Record<string, string> {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('radix-ui'))
  const names = ['@radix-ui/primitive', ...PARTS_OF_RADIX.map((part) => `@radix-ui/react-${part}`)]
  const shared = names.map((name) => [name, `./${relative(root, resolve(name)).replace(/\.js$/, '.mjs')}`])
  const notModal = './app/_components/not-modal.ts'
  return { ...Object.fromEntries(shared), 'react-remove-scroll': notModal, 'aria-hidden': notModal }
}

const config: NextConfig = {
  // They load native code or files of their own at run time; bundled they would not find them.
  serverExternalPackages: [
    'node-llama-cpp',
    'pino',
    'ioredis',
    'graphile-worker',
    'prom-client',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'opencc-js',
  ],
  poweredByHeader: false,
  reactStrictMode: true,
  // Bottom left is where the account menu is.
  devIndicators: { position: 'bottom-right' },
  headers: async () => [{ source: '/api/:path*', headers: API_HEADERS }],
  // It would print what actions are called with: replies, and so customers' words.
  logging: { serverFunctions: false },
  // `npm test` checks types; a newcomer's first start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // A checkout inside another project must not take that project's lock file for its root.
  turbopack: { root, resolveAlias: lightRadix() },
  experimental: {
    // The largest thing a form sends is a reply of 20,000 characters, at most 4 bytes each.
    serverActions: { bodySizeLimit: '256kb' },
  },
}

// The texts are parsed while the pages are built: the browser needs no parser for them, and so loads none.
const withTexts = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: { messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true } },
})
export default withTexts(config)
