import path from 'node:path'
import { root } from '../lib/source-hash'
import type { Part } from './keep-running'
import type { Settings } from './settings'
import { spawnNode, waitUntilServing } from './spawn-node'

const DEADLINE_MS = 60_000
const next = path.join(root, 'node_modules/next/dist/bin/next')

/** The pages, the API and the background jobs, with the environment that lib/env.ts reads. */
export function webPart({ isDev, HOST }: Settings, env: Record<string, string> & { PORT: string; SELF_URL: string }): Part {
  const args = [next, isDev ? 'dev' : 'start', '-p', env.PORT, '-H', HOST]
  return {
    name: 'Web',
    async launch(signal) {
      const child = spawnNode(args, { NODE_ENV: isDev ? 'development' : 'production', ...env }, { output: 'pipe' })
      // Next's greeting says in eight lines what ours says in one; it is worth reading only when it fails.
      let greeting = ''
      const hold = (text: Buffer) => {
        greeting += text
      }
      child.stdout?.on('data', hold)
      try {
        await waitUntilServing(child, `${env.SELF_URL}/api/health`, DEADLINE_MS, signal)
      } catch (error) {
        if (!signal.aborted) process.stdout.write(greeting)
        throw error
      }
      child.stdout?.off('data', hold).pipe(process.stdout, { end: false })
      return child
    },
    detail: () => `${isDev ? 'reloads what you edit, ' : ''}port ${env.PORT}`,
    stopSignal: 'SIGTERM',
    isEssential: true,
  }
}
