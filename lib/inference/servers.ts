import { env } from '@/lib/env'
import { Breaker } from '@/lib/inference/breaker'
import { perProcess } from '@/lib/per-process'

/** One OpenAI-compatible server of `INFERENCE_URL`, as this process knows it. */
export type InferenceServer = { url: string; breaker: Breaker; inFlight: number }

const known = perProcess('inferenceServers', () => new Map<string, InferenceServer>())

/** The configured servers, in their order. */
export function inferenceServers(): InferenceServer[] {
  return env().INFERENCE_URL.map((url) => {
    let server = known.get(url)
    if (!server) {
      server = { url, breaker: new Breaker(), inFlight: 0 }
      known.set(url, server)
    }
    return server
  })
}

/** The servers in the order to try them: the least busy first, those whose circuit is open left out. */
export function availableServers(): InferenceServer[] {
  return inferenceServers()
    .filter((server) => !server.breaker.isOpen)
    .sort((a, b) => a.inFlight - b.inFlight)
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
