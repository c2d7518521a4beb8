/** Under this name proxy.ts tells a page its own path, so that signing in can lead back to it. */
export const PATH_HEADER = 'x-deskhand-path'

/**
 * What a page may load and run: our own files and, by nonce, the scripts that Next writes into the page. In development
 * React needs eval for its stack traces and the reload channel its socket. Inline styles stay allowed: charts and
 * floating menus position themselves by style attributes, which no nonce can cover.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

type HeaderEntry = { key: string; value: string }

/** Every page's headers besides its policy. */
export const PAGE_HEADERS: HeaderEntry[] = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/**
 * Headers of `/api/*`, set in next.config.ts: where the proxy runs, Next keeps every body in memory a second time. They win
 * over a route's own, so `no-transform` stands here for the event streams: compressed, they could be held back.
 */
export const API_HEADERS: HeaderEntry[] = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Cache-Control', value: 'no-store, no-transform' },
  { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
  { key: 'Referrer-Policy', value: 'no-referrer' },
]
