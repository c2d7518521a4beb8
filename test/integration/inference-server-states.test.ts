import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { listServerStates } from '@/lib/inference/list-server-states'
import { setEnv } from '@/test/support/database'

const servers: Server[] = []

/** A server that answers these paths, and 404 at all others. */
async function serve(answers: Record<string, { status?: number; body: string }>): Promise<string> {
  const listener: RequestListener = (request, response) => {
    const answer = answers[request.url ?? '']
    response.writeHead(answer ? (answer.status ?? 200) : 404).end(answer?.body)
  }
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const own = { maxRules: 4, isDemo: false, contextSize: 8192, quantization: 'Q4_K_M', device: 'cuda', threads: 8 }
const models = (deskhand?: object) => ({
  body: JSON.stringify({ object: 'list', data: [{ id: 'Qwen3', object: 'model', max_model_len: 4096, deskhand }] }),
})

describe('the state of every inference server', () => {
  it('of a foreign server goes as far as that tells, and where nobody answers there is none', async () => {
    const foreign = await serve({ '/v1/models': models() })
    await setEnv({ INFERENCE_URL: `${foreign},http://user:secret@127.0.0.1:9` })
    expect(await listServerStates()).toMatchObject([
      { state: 'ready', figures: null, model: { name: 'Qwen3', contextSize: 4096, quantization: null, device: null } },
      { url: 'http://127.0.0.1:9', state: 'away', model: null, figures: null },
    ])
  })

  it('of our worker has its model and figures', async () => {
    const worker = await serve({
      '/ready': { body: JSON.stringify({ status: 'ready' }) },
      '/v1/models': models(own),
      '/metrics': { body: 'vllm:num_requests_running 1\n' },
    })
    await setEnv({ INFERENCE_URL: worker })
    const { isDemo, contextSize, quantization, device, threads } = own
    expect(await listServerStates()).toMatchObject([
      {
        state: 'ready',
        model: { name: 'Qwen3', isDemo, contextSize, quantization, device, threads },
        figures: { running: 1, waiting: null },
      },
    ])
  })

  it('of our worker without a model is what it says of itself', async () => {
    const worker = await serve({
      '/ready': { status: 503, body: JSON.stringify({ status: 'corrupt', message: 'The file is damaged.' }) },
      '/metrics': { body: 'process_start_time_seconds 1\n' },
    })
    await setEnv({ INFERENCE_URL: worker })
    expect(await listServerStates()).toMatchObject([{ state: 'corrupt', model: null, figures: null }])
  })
})
