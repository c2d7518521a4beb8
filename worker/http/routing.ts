import type { IncomingMessage } from 'node:http'
import type { Exchange } from './exchange'
import { HttpError } from './http-error'

/** A path that ends in `/*` takes one more part. */
export type Route = { method: 'GET' | 'POST' | 'DELETE'; path: string; answer: (exchange: Exchange) => void | Promise<void> }

/** @throws HttpError 404, or 405 with the methods that are allowed */
export function findRoute(all: Route[], request: IncomingMessage, path: string): Route {
  const routes = all.filter((route) => matches(route, path))
  if (routes.length === 0) throw notFound()
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const route = routes.find((one) => one.method === method)
  if (!route) throw wrongMethod(routes.map((one) => one.method))
  return route
}

function matches(route: Route, path: string): boolean {
  if (!route.path.endsWith('/*')) return route.path === path
  const rest = path.slice(route.path.length - 1)
  return path.startsWith(route.path.slice(0, -1)) && rest !== ''
}

/** What stands behind a route's `/*`, decoded; nothing where it has none. */
export function restOf(route: Route, path: string): string {
  return route.path.endsWith('/*') ? decodeName(path.slice(route.path.length - 1)) : ''
}

/** A path as a label: what others made up would make a metric each. */
export function labelOf(all: Route[], path: string): string {
  return all.find((route) => matches(route, path))?.path ?? (['/health', '/ready', '/metrics'].includes(path) ? path : 'other')
}

/** Handles a request of this method alone. */
export async function only(request: IncomingMessage, method: 'GET', handle: () => unknown): Promise<void> {
  if (request.method !== method && request.method !== 'HEAD') throw wrongMethod([method])
  await handle()
}

function wrongMethod(allowed: string[]): HttpError {
  return new HttpError(405, 'method_not_allowed', `Only ${allowed.join(' or ')} is allowed here.`, {
    headers: { allow: allowed.join(', ') },
  })
}

export function notFound(): HttpError {
  return new HttpError(404, 'not_found', 'There is nothing at this address.')
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new HttpError(400, 'invalid_url', 'The last part of the address is not properly encoded.', { cause })
  }
}
