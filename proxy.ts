import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, PAGE_HEADERS, PATH_HEADER } from '@/lib/auth/security-headers'

const NONCE_BYTES = 16

/**
 * Gives every page its headers. Next finds the nonce in the policy of the *request* and puts it on its own scripts; our
 * inline ones read it from `x-nonce`. No door is guarded here: each page, action and route asks for itself who is calling.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const { key, value } of PAGE_HEADERS) response.headers.set(key, value)
  return response
}

// Not the API: the proxy would keep every webhook's body in memory a second time. Its headers are in next.config.ts.
export const config = { matcher: '/((?!api/|_next/static/|_next/image).*)' }
