import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { say } from './say'

// llama.cpp prints a grammar that it refuses whole, with words of whoever sent the schema.
const REFUSED = /error parsing grammar:/
// What can follow such a print: our own lines, and the last words of a process.
const OURS = /^(worker\b|node:|\s+at\b|terminate called|.*(GGML_ASSERT|ggml_abort|FATAL|Fatal))/

/** Says each line that a part prints as an error, its warnings among them, under the name of the part. */
export function sayErrors(part: string, errors: Readable): void {
  let isInGrammar = false
  createInterface({ input: errors }).on('line', (line) => {
    if (REFUSED.test(line)) {
      isInGrammar = true
      say(part, 'warns', 'llama.cpp refused a grammar; its client was told')
      return
    }
    if (OURS.test(line)) isInGrammar = false
    if (!isInGrammar && line.trim() !== '') say(part, 'warns', line.replace(/^worker:? /, ''))
  })
}
