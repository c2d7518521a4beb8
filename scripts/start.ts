/**
 * `npm start`: starts what is not configured, in order, keeps it running, and stops it in reverse order.
 *
 * `--demo` adds the sample shop, `--dev` reloads what you edit.
 */
import { offerHelp } from './lib/offer-help'
import { Desk } from './supervisor/desk'
import { readSettings } from './supervisor/settings'
import { takeFolder } from './supervisor/take-folder'

offerHelp(`usage: npm start | npm run demo | npm run dev
  --demo   with the sample shop, in a folder of its own
  --dev    reloads what you edit
Settings are environment variables, or lines of .env; .env.example lists them.`)

const leaving = new AbortController()
let exitCode = 0
let askedAt = 0

function leave(code: number, reason?: string) {
  if (reason) console.error(`\n  ${reason}\n`)
  else if (!leaving.signal.aborted) console.log('\n  Stopping.')
  exitCode ||= code
  leaving.abort()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second time somebody does not want to wait: the parts end with us. Not at once, though: Ctrl-C in a terminal
    // comes from the terminal and again from npm.
    if (leaving.signal.aborted && performance.now() - askedAt > 1_000) process.exit(1)
    if (!leaving.signal.aborted) askedAt = performance.now()
    leave(0)
  })
}
// The terminal is gone, and with it whoever read this.
process.stdout.on('error', () => leave(0))
process.stderr.on('error', () => leave(0))

try {
  const settings = readSettings(process.argv.slice(2))
  const release = await takeFolder(settings.dataFolder)
  const desk = new Desk(settings, leaving.signal, (reason) => leave(1, reason))
  try {
    await desk.start()
    if (!leaving.signal.aborted) await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve))
  } finally {
    await desk.stop()
    release()
  }
} catch (error) {
  if (!leaving.signal.aborted) leave(1, error instanceof Error ? error.message : String(error))
}
process.exit(exitCode)
