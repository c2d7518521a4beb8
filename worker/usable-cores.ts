import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'

/**
 * The cores that this process may keep busy: those it sees, or fewer where a control group (`docker run --cpus`, a limit in
 * Kubernetes) grants it less time, which availableParallelism of Node 20 does not know. Threads beyond that wait for each
 * other at every step: four on two cores did not finish in 60 s what two did in 4 s (INFERENCE 4.1).
 *
 * @param root where `proc` and `sys` are
 */
export function usableCores({ root = '/', cores = availableParallelism() } = {}): number {
  const granted = groupFolders(root).map((folder) => readQuota(folder) ?? cores)
  return Math.max(1, Math.floor(Math.min(cores, ...granted)))
}

/** The folders of this process's control group and of those above it, whose limits hold as well. */
function groupFolders(root: string): string[] {
  const lines = readText(path.join(root, 'proc/self/cgroup'))?.trim().split('\n') ?? []
  return lines.flatMap((line) => {
    const [, controllers = '', group = '/'] = /^\d+:([^:]*):(.*)$/.exec(line) ?? []
    const isSecond = controllers === ''
    if (!isSecond && !controllers.split(',').includes('cpu')) return []
    // A container often sees its own group as the root, whatever its path is outside.
    const parts = group.split('/').filter((part) => part !== '' && part !== '..')
    const groups = Array.from({ length: parts.length + 1 }, (_, depth) => parts.slice(0, depth))
    const bases = isSecond ? [''] : [controllers, 'cpu']
    return bases.flatMap((base) => groups.map((names) => path.join(root, 'sys/fs/cgroup', base, ...names)))
  })
}

/**
 * Cores' worth of time, of version 2 (`cpu.max`: quota or `max`, and period) or 1; null without a limit.
 * https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files https://docs.kernel.org/scheduler/sched-bwc.html
 */
function readQuota(folder: string): number | null {
  const [quota, period] = readText(path.join(folder, 'cpu.max'))?.split(/\s+/).map(Number) ?? [
    Number(readText(path.join(folder, 'cpu.cfs_quota_us'))),
    Number(readText(path.join(folder, 'cpu.cfs_period_us'))),
  ]
  return quota && period && quota > 0 && period > 0 ? quota / period : null
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null // no control groups of this kind
  }
}
