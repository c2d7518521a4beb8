import { z } from 'zod'
import { offerHelp } from './offer-help'

/** What was typed is not a command; the message, if there is one, says why. What is one stands in the usage. */
export class UsageError extends Error {}

/**
 * Runs a command-line tool: `--help` prints its usage and ends it with 0; what cannot be a command ends it with 2, said in one
 * clear line and by the usage; any other error ends it with 1.
 */
export async function runCommand(usage: string, main: () => Promise<void>): Promise<never> {
  offerHelp(usage)
  try {
    await main()
  } catch (error) {
    if (error instanceof z.ZodError) {
      for (const issue of error.issues) console.error([issue.path.join('.'), issue.message].filter(Boolean).join(': '))
      process.exit(2)
    }
    if (error instanceof UsageError || isParseError(error)) endWithUsage(error.message, usage)
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  process.exit(0)
}

/** Says why what was typed is no command, above what is one, and ends with 2. */
export function endWithUsage(message: string, usage: string): never {
  // Node goes on after its first sentence about arguments that begin with a hyphen.
  const [reason] = message.split('. To specify')
  console.error([reason, usage].filter(Boolean).join('\n'))
  process.exit(2)
}

/** Whether node:util's parseArgs met an option that there is not, or one without its value. */
export function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
