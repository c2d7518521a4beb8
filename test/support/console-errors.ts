import { format } from 'node:util'
import { afterEach } from 'vitest'

const errors: string[] = []
const print = console.error

console.error = (...args: unknown[]) => {
  errors.push(format(...args))
  print(...args)
}

/** What has been written with console.error since the last look. A test that expects such a line takes it. */
function takeConsoleErrors(): string[] {
  return errors.splice(0)
}

afterEach(() => {
  const unexpected = takeConsoleErrors()
  if (unexpected.length > 0) throw new Error(`Unexpected console.error:\n${unexpected.join('\n')}`)
})
