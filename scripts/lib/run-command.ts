import { z } from 'zod'

/** What was typed is not a command; the message says what is. */
export class UsageError extends Error {}

/** Runs a command-line tool: a usage error ends it with 2, any other error with 1, each with one clear line. */
export async function runCommand(main: () => Promise<void>): Promise<never> {
  try {
    await main()
  } catch (error) {
    if (error instanceof z.ZodError) {
      for (const issue of error.issues) console.error(`${issue.path.join('.')}: ${issue.message}`)
      process.exit(2)
    }
    console.error(error instanceof Error ? error.message : error)
    process.exit(error instanceof UsageError || isParseError(error) ? 2 : 1)
  }
  process.exit(0)
}

/** node:util's parseArgs met an option that there is not. */
function isParseError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
