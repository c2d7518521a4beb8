import { type ParseArgsConfig, parseArgs } from 'node:util'
import { offerHelp } from '../../scripts/lib/offer-help'
import { endWithUsage, isParseError } from '../../scripts/lib/run-command'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * What a bench was called with. `--help` prints its usage and ends with 0; an option that there is not, or one without its value, is
 * said above the usage and ends with 2. Either way before anything is started.
 * @returns the options' values; `whole` reads one of them as a whole number from `least` on, and ends likewise where it is none
 */
export function readOptions<const T extends Options>(usage: string, options: T) {
  offerHelp(usage)
  const values = parse(usage, options)
  const whole = (name: keyof typeof values & string, least = 1): number => {
    const count = Number(values[name] || Number.NaN)
    if (!Number.isSafeInteger(count) || count < least) endWithUsage(`--${name} takes a whole number from ${least} on.`, usage)
    return count
  }
  return { values, whole }
}

function parse<const T extends Options>(usage: string, options: T) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    if (isParseError(error)) endWithUsage(error.message, usage)
    throw error
  }
}
