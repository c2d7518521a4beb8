/** Asked with `--help` or `-h`, a command prints what it takes and ends with 0, before it does anything. */
export function offerHelp(usage: string): void {
  const args = process.argv.slice(2)
  const end = args.indexOf('--')
  if (!(end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h')) return
  console.log(usage)
  process.exit(0)
}
