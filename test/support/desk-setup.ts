import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { END_WITH_PARENT } from '@/scripts/lib/end-with-parent'
import { findRunningDesk, type RunningDesk } from '@/scripts/lib/running-desk'
import { secretKeyOf } from '@/scripts/lib/secret-key'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the desk (DeskUnderTest as JSON) that the browser tests share, and starts it for the first who asks. */
    deskBroker: string
  }
}

export type DeskUnderTest = RunningDesk & { secretKey: string }

/**
 * One demo desk for all browser tests, started as a person starts it. Not before the first of them asks: vitest runs
 * every set-up first, and the desk would take a processor from the other tests.
 */
export default async function setUp(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-e2e-'))
  chmodSync(folder, 0o755) // another account runs PostgreSQL when we are root
  let desk: ReturnType<typeof startDesk> | undefined
  const broker = createServer(async (_request, response) => {
    desk ??= startDesk(folder)
    try {
      const running = await desk.ready
      response.end(JSON.stringify({ ...running, secretKey: secretKeyOf(folder) }))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  broker.listen(0, '127.0.0.1')
  await once(broker, 'listening')
  const address = broker.address()
  project.provide('deskBroker', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)

  return async () => {
    broker.close()
    if (desk) await stop(desk.child)
    rmSync(folder, { recursive: true, force: true })
  }
}

function startDesk(folder: string) {
  const child = spawn(process.execPath, [...END_WITH_PARENT, '--import', 'tsx', 'scripts/start.ts', '--demo'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: folder,
      PORT: '0',
      DATABASE_URL: '',
      REDIS_URL: '',
      INFERENCE_URL: '',
      MODEL: '',
      // The worker is stopped while a test looks on (held-worker.ts); a slow machine must not be taken for a model that is away.
      SUGGESTION_TIMEOUT_MS: '60000',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  const ready = new Promise<RunningDesk | null>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-20_000)
        if (text.includes('Deskhand is at')) resolve(findRunningDesk(folder))
      })
    }
    child.once('exit', (code) => reject(new Error(`The desk ended with ${code}:\n${output}`)))
  })
  return { child, ready }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
