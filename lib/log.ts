import pino from 'pino'

/**
 * Events with ids, one JSON object a line. Customers' words, prompts and drafts never go in here: ids lead to them for
 * whoever may read the database.
 */
export const log = pino(
  {
    level: process.env.NODE_ENV === 'test' ? 'silent' : 'info',
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['*.password', '*.secret', '*.authorization', '*.text', '*.prompt'],
  },
  // Not stdout: what a command-line tool prints there is its result alone.
  pino.destination({ dest: 2, sync: true }),
)

/** What of an unknown error may stand in the log. */
export function describeError(error: unknown): { name: string; message: string; code?: string } {
  if (!(error instanceof Error)) return { name: 'unknown', message: String(error).slice(0, 300) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // Prisma's messages quote the failing call with its arguments: the last line alone says what is wrong.
  const message = (error.message.trim().split('\n').pop() ?? '').slice(0, 300)
  return { name: error.name, message, ...(code && { code }) }
}
