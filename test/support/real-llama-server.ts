import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { vi } from 'vitest'
import { findFreePort } from '@/scripts/supervisor/port'
import { bundledModelPath } from '@/worker/bundled-model'

/** The llama-server that LLAMA_SERVER names, with the bundled pocket model; bench/README.md says how to build one. */
export class RealLlamaServer {
  static readonly binary = process.env.LLAMA_SERVER ?? ''
  static readonly alias = 'pocket-on-llama'
  #child: ChildProcess | undefined

  async start(): Promise<string> {
    const port = await findFreePort()
    const model = ['-m', bundledModelPath(), '--alias', RealLlamaServer.alias, '-c', '1024', '--parallel', '1', '-t', '1']
    this.#child = spawn(RealLlamaServer.binary, [...model, '--host', '127.0.0.1', '--port', String(port), '--no-webui'], {
      stdio: 'ignore',
    })
    const url = `http://127.0.0.1:${port}`
    const answers = () =>
      fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    await vi.waitUntil(answers, { timeout: 60_000, interval: 50 })
    return url
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}
