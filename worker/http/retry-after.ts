/** Retry-After for what is tried again at `retryAt` (milliseconds since 1970): whole seconds, at least one. */
export function retryAfter(retryAt: number): { 'retry-after': string } {
  return { 'retry-after': String(Math.max(1, Math.ceil((retryAt - Date.now()) / 1000))) }
}
