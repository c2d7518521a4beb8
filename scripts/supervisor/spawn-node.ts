import { type ChildProcess, spawn } from 'node:child_process'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { END_WITH_PARENT } from '../lib/end-with-parent'
import { root } from '../lib/source-hash'
import { end } from './keep-running'

type Printed = { output?: 'inherit' | 'pipe' | 'ignore'; errors?: 'inherit' | 'pipe' }

/**
 * A Node process that ends when we do. In a process group of its own: Ctrl-C in the terminal reaches us alone, and we
 * stop the parts in order. What it prints is shown, or is where the caller wants it.
 */
export function spawnNode(
  args: string[],
  env: Record<string, string>,
  { output = 'inherit', errors = 'inherit' }: Printed = {},
): ChildProcess {
  return spawn(process.execPath, [...END_WITH_PARENT, ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', output, errors, 'ipc'],
    detached: true,
  })
}

/**
 * Waits until `url` answers 2xx. When the child ends first, `signal` aborts or the time is up, the child is ended and
 * this throws, with the child's own reason if it sent `{type: 'failed', message}`.
 */
export async function waitUntilServing(child: ChildProcess, url: string, deadlineMs: number, signal: AbortSignal): Promise<void> {
  let reason = ''
  child.on('message', (message) => {
    if (isFailure(message)) reason = message.message
  })
  child.once('error', (error) => {
    reason = error.message
  })
  const deadline = Date.now() + deadlineMs
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new Error(reason || `it ended with ${child.signalCode ?? `exit code ${child.exitCode}`} before it was ready.`)
    }
    if (await answers(url)) return
    // A worker goes on trying by itself; whoever started it wants to know now.
    if (reason) {
      await end(child, 'SIGTERM')
      throw new Error(reason)
    }
    if (signal.aborted || Date.now() > deadline) {
      await end(child, 'SIGTERM')
      throw new Error(signal.aborted ? 'stopped' : `it was not ready within ${deadlineMs / 1000} s.`)
    }
    await sleep(50)
  }
}

/** Not `fetch`: it keeps its connection open, and a server that is told to stop waits for that. */
function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 2_000 }, (response) => {
      response.resume()
      resolve(response.statusCode !== undefined && response.statusCode < 300)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false)) // not listening yet
  })
}

function isFailure(message: unknown): message is { type: 'failed'; message: string } {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'failed' && 'message' in message
}
