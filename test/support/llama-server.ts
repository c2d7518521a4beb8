import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A FAKE llama-server: what v0.5.0 answers, field by field as it was recorded. The program itself would have to be compiled
 * for minutes.
 */
export class FakeLlamaServer {
  text = ''
  readonly requests: { model: string; priority: string | undefined }[] = []
  #server = createServer(async (request, response) => {
    const json = (body: unknown) => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
    if (request.url === '/v1/models') {
      const meta = {
        vocab_type: 2,
        n_vocab: 151_936,
        n_ctx: 8192,
        n_ctx_train: 262_144,
        n_embd: 2560,
        n_params: 4_022_468_096,
        ftype: 'Q4_K_M',
      }
      return json({
        models: [
          { name: 'qwen3-4b.gguf', model: 'qwen3-4b.gguf', type: 'model', capabilities: ['completion'], details: { format: 'gguf' } },
        ],
        object: 'list',
        data: [
          {
            id: 'qwen3-4b.gguf',
            aliases: ['qwen3-4b.gguf'],
            tags: [],
            object: 'model',
            created: 1_764_000_000,
            owned_by: 'llamacpp',
            meta,
          },
        ],
      })
    }
    let body = ''
    for await (const chunk of request) body += chunk
    this.requests.push({ model: JSON.parse(body).model, priority: request.headers['x-priority'] as string | undefined })
    response.writeHead(200, { 'content-type': 'text/event-stream', server: 'llama.cpp' })
    const head = {
      created: 1_764_000_001,
      id: 'chatcmpl-abc',
      model: 'qwen3-4b.gguf',
      system_fingerprint: 'b7000-abc',
      object: 'chat.completion.chunk',
    }
    const send = (more: object) => response.write(`data: ${JSON.stringify({ ...head, ...more })}\n\n`)
    send({ choices: [{ finish_reason: null, index: 0, delta: { role: 'assistant', content: null } }] })
    for (const piece of this.text.match(/[\s\S]{1,6}/g) ?? [])
      send({ choices: [{ finish_reason: null, index: 0, delta: { content: piece } }] })
    send({ choices: [{ finish_reason: 'stop', index: 0, delta: {} }] })
    const usage = { completion_tokens: 40, prompt_tokens: 321, total_tokens: 361, prompt_tokens_details: { cached_tokens: 0 } }
    const timings = { cache_n: 0, prompt_n: 321, prompt_ms: 90.1, predicted_n: 40, predicted_ms: 400.2, predicted_per_second: 99.9 }
    send({ choices: [], usage, timings })
    response.end('data: [DONE]\n\n')
  })

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
