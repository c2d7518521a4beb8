import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const keptJobSchema = z.object({
  id: z.string().regex(/^job_[0-9a-f-]{36}$/),
  caller: z.string(),
  createdAt: z.number(),
  status: z.enum(['in_progress', 'completed', 'failed']),
  result: z.unknown(),
  error: z.unknown(),
  headers: z.record(z.string(), z.string()),
  /** The process that answers it. */
  pid: z.int(),
})

/** A job as it outlives its process. */
export type KeptJob = Omit<z.infer<typeof keptJobSchema>, 'pid'>

const SUFFIX = '.json'
const UNFINISHED = `${SUFFIX}.new`
/** No request takes so long: the process that would end it is gone, whatever runs under its number now. */
const DEAD_AFTER_MS = 24 * 3_600_000

/**
 * Jobs in a folder, one file each, so that whoever comes back for a reply finds it though the process has changed. A file is written when a
 * job begins and again when it ends; what is said to be in progress by a process that is no more was cut off, however that process ended.
 * Written in one go and with no wait: it is a few kilobytes, and where libuv has one thread any other way stands in line behind the model.
 */
export class JobFiles {
  readonly #folder: string
  readonly #isAlive: (pid: number) => boolean

  /** @throws Error when the folder cannot be made */
  constructor(folder: string, isAlive: (pid: number) => boolean = isRunning) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#folder = folder
    this.#isAlive = isAlive
  }

  /**
   * Jobs of processes that are no more, from the oldest to the youngest. What is no job is removed.
   *
   * @throws Error when the folder cannot be read
   */
  list(): KeptJob[] {
    const names = readdirSync(this.#folder)
    for (const name of names) if (name.endsWith(UNFINISHED)) rmSync(join(this.#folder, name), { force: true })
    const ids = names.flatMap((name) => (name.endsWith(SUFFIX) ? [name.slice(0, -SUFFIX.length)] : []))
    return ids.flatMap((id) => this.find(id) ?? []).sort((one, other) => one.createdAt - other.createdAt)
  }

  /** A job of a process that is no more; null where there is none. */
  find(id: string): KeptJob | null {
    if (!keptJobSchema.shape.id.safeParse(id).success) return null
    const text = readText(this.#path(id))
    if (text === null) return null
    const read = keptJobSchema.safeParse(parsed(text))
    if (!read.success || read.data.id !== id) {
      this.remove(id)
      return null
    }
    const { pid, ...job } = read.data
    const isOthers = pid !== process.pid && this.#isAlive(pid) && Date.now() - job.createdAt < DEAD_AFTER_MS
    return isOthers ? null : job
  }

  /** @throws Error when it cannot be written */
  write(job: KeptJob): void {
    // Under another name first: a process that is killed meanwhile leaves the file before it, and not half of this one.
    const { id, caller, createdAt, status, result, error, headers } = job
    const text = JSON.stringify({ id, caller, createdAt, status, result, error, headers, pid: process.pid })
    const unfinished = this.#path(id, UNFINISHED)
    writeFileSync(unfinished, text, { mode: 0o600 })
    renameSync(unfinished, this.#path(id))
  }

  remove(id: string): void {
    rmSync(this.#path(id), { force: true })
  }

  #path(id: string, suffix = SUFFIX): string {
    return join(this.#folder, `${id}${suffix}`)
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It runs, and is not ours.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
