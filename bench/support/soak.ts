import { rssOf } from './bench-worker'
import { machine } from './desk'
import { rounded } from './statistics'
import type { ChatServer } from './timed-chat'

const AT_ONCE = 8
const LINES = 10

type Outcome = 'whole' | 'hung up' | 'refused'

/** Requests of all kinds, one in five given up half way; a line of memory now and then. */
export async function soak(server: ChatServer, count: number): Promise<void> {
  const outcomes: Record<Outcome, number> = { whole: 0, 'hung up': 0, refused: 0 }
  const startedAt = performance.now()
  let next = 0
  const print = () =>
    console.log(
      JSON.stringify({
        bench: 'soak',
        requests: Object.values(outcomes).reduce((sum, value) => sum + value, 0),
        ...outcomes,
        rssMb: rssOf(server.pid),
        s: rounded((performance.now() - startedAt) / 1000),
        machine: machine(),
      }),
    )
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) {
        const index = next++
        outcomes[await one(server, index)] += 1
        if ((index + 1) % Math.ceil(count / LINES) === 0) print()
      }
    }),
  )
}

async function one(server: ChatServer, index: number): Promise<Outcome> {
  const hangUp = new AbortController()
  const body = {
    model: server.model,
    messages: [{ role: 'user', content: `parcel ${index} `.repeat(1 + (index % 40)) }],
    max_tokens: 1 + (index % 60),
    temperature: index % 3 === 0 ? 0 : 1,
    top_p: index % 2 ? 0.9 : 1,
    stream: index % 4 !== 0,
    ...(index % 7 === 0 && { stop: ['a', 'the'] }),
  }
  try {
    const response = await fetch(`${server.url}/v1/chat/completions`, { method: 'POST', body: JSON.stringify(body), signal: hangUp.signal })
    if (index % 5 === 0) {
      const reader = response.body?.getReader()
      await reader?.read()
      hangUp.abort()
      return 'hung up'
    }
    await response.text()
    return response.ok ? 'whole' : 'refused'
  } catch (error) {
    if (hangUp.signal.aborted) return 'hung up'
    throw error
  }
}
