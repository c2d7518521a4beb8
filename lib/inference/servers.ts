import { env } from '@/lib/env'
import { Breaker } from '@/lib/inference/breaker'
import { perProcess } from '@/lib/per-process'

/** One OpenAI-compatible server of `INFERENCE_URL`, as this process knows it. */
export type InferenceServer = { url: string; breaker: Breaker; inFlight: number; askedAt: number }

const known = perProcess('inferenceServers', () => new Map<string, InferenceServer>())

/** The configured servers, in their order. */
export function inferenceServers(): InferenceServer[] {
  return env().INFERENCE_URL.map((url) => {
    let server = known.get(url)
    if (!server) {
      server = { url, breaker: new Breaker(), inFlight: 0, askedAt: 0 }
      known.set(url, server)
    }
    return server
  })
}

/**
 * The servers in the order to try them: the least busy first, of equally busy ones the one that was asked longest ago.
 * Those whose circuit is open are left out, and those of `tried`.
 */
export function availableServers(tried: InferenceServer[] = []): InferenceServer[] {
  return inferenceServers()
    .filter((server) => !server.breaker.isOpen && !tried.includes(server))
    .sort((a, b) => a.inFlight - b.inFlight || a.askedAt - b.askedAt)
}

/** Headers every call carries. */
export function inferenceHeaders(): Record<string, string> {
  const key = env().INFERENCE_API_KEY
  return { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
}

/** Forgets circuits and counts; for tests. */
export function forgetServers(): void {
  known.clear()
}
