import { once } from 'node:events'
import { end } from './keep-running'
import { spawnNode } from './spawn-node'

/** Runs a script of ours to its end; its lines appear among ours. Throws when it fails or `signal` aborts. */
export async function runStep(args: string[], env: Record<string, string>, signal: AbortSignal): Promise<void> {
  const child = spawnNode(['--import', 'tsx', ...args], env)
  const stop = () => void end(child, 'SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  await once(child, 'exit')
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
  if (child.exitCode !== 0)
    throw new Error(`${args.at(-1)} failed (${child.signalCode ?? `exit code ${child.exitCode}`}); its reason is above.`)
}
