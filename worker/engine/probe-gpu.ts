import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { LoadError } from '../load-error'
import type { Gpu } from './open-backend'

// This file is a part of dist/worker.mjs, or one of the sources.
const isBuilt = path.extname(import.meta.filename) === '.mjs'
const PROGRAM = isBuilt ? import.meta.filename : path.join(import.meta.dirname, '../main.ts')
const FLAGS = isBuilt ? ['--enable-source-maps'] : ['--import', 'tsx']

/** Set for a worker that is only to try a GPU and end. */
export const PROBE_VARIABLE = 'WORKER_PROBE'

// CUDA sets itself up in seconds, and a driver that compiles the kernels first takes a minute or two.
const PROBE_WITHIN_MS = 180_000
const REASON_BYTES = 2_000

/** What a try on this GPU printed last before its process died; null when it computed. */
export type Probe = (gpu: Gpu) => Promise<string | null>

/**
 * Tries a GPU in a process of its own: the worker again, with the bundled model. llama.cpp ends its process when a kernel cannot be
 * started (a driver older than the binary: "the provided PTX was compiled with an unsupported toolchain"), and no test before the first
 * computation notices.
 */
export const probeGpu: Probe = async (gpu) => {
  const child = fork(PROGRAM, [], {
    execArgv: FLAGS,
    env: { ...process.env, [PROBE_VARIABLE]: gpu },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), PROBE_WITHIN_MS)
  let printed = ''
  child.stderr?.on('data', (chunk) => {
    printed = `${printed}${chunk}`.slice(-REASON_BYTES)
  })
  const [code, signal] = await once(child, 'close')
  clearTimeout(timer)
  return code === 0 ? null : reasonOf(printed, signal ?? `exit code ${code}`)
}

/** The line that names the error, among backtraces and more. */
function reasonOf(printed: string, ending: string): string {
  const named = printed.split('\n').findLast((line) => /\berror: \S/i.test(line))
  // Without folders: strangers are told the reason by `/ready`.
  return named
    ? named
        .replace(/^.*?(?=\w+ error:)/i, '')
        .replace(/(?<![\w/])(?:\/[^/\s'"]+)+\//g, '')
        .trim()
    : ending
}

/** What a GPU that was probed once is known for, as long as this process lives. */
const known = new Map<Gpu, Promise<string | null>>()

/**
 * @throws LoadError when the GPU ends a process that computes on it
 */
export async function requireComputing(gpu: Gpu, probe: Probe = probeGpu): Promise<void> {
  // The one that tries it is not to ask another.
  if (process.env[PROBE_VARIABLE]) return
  const outcome = known.get(gpu) ?? probe(gpu)
  known.set(gpu, outcome)
  const reason = await outcome
  if (reason === null) return
  // It may be another program's memory that is gone then.
  known.delete(gpu)
  throw new LoadError(
    'device_unavailable',
    `llama.cpp cannot compute on ${gpu} here (${reason}). A newer driver helps, or WORKER_GPU=vulkan, or WORKER_GPU=cpu.`,
  )
}
