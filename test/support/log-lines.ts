import pino from 'pino'
import { onTestFinished } from 'vitest'
import { log } from '@/lib/log'

/** What the log writes from now until the end of this test, every level, instead of standard output. */
export function catchLog(): string[] {
  const lines: string[] = []
  const loud = log as typeof log & { [pino.symbols.streamSym]: { write(line: string): unknown } }
  const { level } = log
  const stream = loud[pino.symbols.streamSym]
  loud[pino.symbols.streamSym] = { write: (line) => lines.push(line) }
  log.level = 'trace'
  onTestFinished(() => {
    loud[pino.symbols.streamSym] = stream
    log.level = level
  })
  return lines
}
