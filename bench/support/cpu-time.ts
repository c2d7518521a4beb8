import { readdirSync, readFileSync } from 'node:fs'

/** A tick of /proc, as on every Linux there is. */
const TICK_MS = 10

/** CPU time that all processes begun by this one have taken so far, in milliseconds: web, worker, PostgreSQL and its connections. Null off Linux. */
export function cpuMsOfDesk(): number | null {
  if (process.platform !== 'linux') return null
  const processes = new Map<number, { parent: number; ticks: number }>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = readStat(name)
    if (stat) processes.set(Number(name), stat)
  }
  const isOurs = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent
    return parent !== undefined && (parent === process.pid || isOurs(parent))
  }
  return [...processes].reduce((sum, [pid, { ticks }]) => sum + (isOurs(pid) ? ticks : 0), 0) * TICK_MS
}

function readStat(pid: string): { parent: number; ticks: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold anything; what follows it is numbers.
    // Its own time, and that of its children which have ended: a connection's time is not lost with it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return { parent: fields[1] ?? 0, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) }
  } catch {
    // It has ended meanwhile.
    return null
  }
}
