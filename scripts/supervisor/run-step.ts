import { once } from 'node:events'
import { end } from './keep-running'
import { spawnNode } from './spawn-node'

type StepOptions = { env?: Record<string, string>; signal: AbortSignal; output?: 'inherit' | 'pipe' }

/**
 * Runs a script of ours to its end. What it prints appears among our lines, or is returned with `output: 'pipe'`.
 * Throws when it fails or `signal` aborts.
 */
export async function runStep(args: string[], { env = {}, signal, output = 'inherit' }: StepOptions): Promise<string> {
  const child = spawnNode(['--import', 'tsx', ...args], env, { output })
  let printed = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const stop = () => void end(child, 'SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  await once(child, 'close')
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
  if (child.exitCode === 0) return printed.trim()
  throw new Error(`${args.at(-1)} failed (${child.signalCode ?? `exit code ${child.exitCode}`}); its reason is above.`)
}
