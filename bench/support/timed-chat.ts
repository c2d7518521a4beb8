import { request } from 'node:http'
import { z } from 'zod'

export type ChatServer = { name: string; url: string; model: string; pid: number | null }

export type TimedReply = {
  text: string
  wallMs: number
  firstTextMs: number
  /** Between one piece of the reply and the next. */
  gapsMs: number[]
  promptTokens: number
  completionTokens: number
}

const chunkSchema = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).nullish() })).nullish(),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
  error: z.object({ message: z.string() }).nullish(),
})

/** Asks an OpenAI-compatible server for a streamed reply and measures what a reader would notice. */
export function timeChat(
  server: ChatServer,
  prompt: string,
  { maxTokens, temperature, seed }: { maxTokens: number; temperature: number; seed?: number },
): Promise<TimedReply> {
  const body = JSON.stringify({
    model: server.model,
    messages: [{ role: 'user', content: prompt }],
    temperature,
    seed,
    max_tokens: maxTokens,
    stream: true,
    stream_options: { include_usage: true },
  })
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const times: number[] = []
    let usage = { prompt_tokens: 0, completion_tokens: 0 }
    let pending = ''
    let said = ''
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    // A connection of its own for each, as a crowd of clients has.
    const sent = request(`${server.url}/v1/chat/completions`, { method: 'POST', headers, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${server.name} answered ${response.statusCode}.`))
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        const lines = (pending + text).split('\n')
        pending = lines.pop() ?? ''
        for (const line of lines) {
          if (!line.startsWith('data: ') || line === 'data: [DONE]') continue
          const chunk = chunkSchema.parse(JSON.parse(line.slice(6)))
          if (chunk.error) reject(new Error(`${server.name}: ${chunk.error.message}`))
          if (chunk.usage) usage = chunk.usage
          const piece = chunk.choices?.map(({ delta }) => delta?.content ?? '').join('')
          if (piece) times.push(performance.now())
          said += piece ?? ''
        }
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          text: said,
          wallMs: performance.now() - startedAt,
          firstTextMs: (times[0] ?? performance.now()) - startedAt,
          gapsMs: times.slice(1).map((time, index) => time - (times[index] ?? time)),
          promptTokens: usage.prompt_tokens,
          completionTokens: usage.completion_tokens,
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
