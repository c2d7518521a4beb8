import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

/** A script as package.json has it; without npm, which only takes time. */
function run(script: string, ...args: string[]) {
  const [, words = ''] = /node (.*)$/.exec(scripts[script] ?? '') ?? []
  return spawnSync(process.execPath, [...words.split(' '), ...args], { cwd: root, encoding: 'utf8' })
}

const TIMEOUT_MS = 120_000

/** All that are ours, and no other's program. */
const OURS = Object.keys(scripts).filter((script) => /node .*(scripts|bench)\//.test(scripts[script] ?? ''))

it.each(OURS)('%s --help says how it is called, and does nothing else', { timeout: TIMEOUT_MS }, (script) => {
  const { status, stdout, stderr } = run(script, '--help')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^usage: npm /)
  expect(stdout).toContain(script)
})

it.each([
  ['key', ['make'], ''],
  ['key', ['create', '--name', 'x'], 'A key needs a --name and --scopes.'],
  ['key', ['create', '--nam', 'x'], "Unknown option '--nam'"],
  ['channel', ['create', '--kind', 'pigeon', '--name', 'x'], 'There is no channel kind "pigeon"; there is generic.'],
  ['suggest', [], 'Ask a question.'],
  ['suggest', ['how', '--lang', 'en'], "Unknown option '--lang'"],
  ['suggest', ['how', '--language', 'fr'], 'There is no language "fr".'],
  ['model', ['pull', 'no-such-model'], 'There is no model "no-such-model".'],
  ['bench:desk', ['--ticket', '5'], "Unknown option '--ticket'"],
  ['bench:insights', ['--drafts', 'many'], '--drafts takes a whole number from 1 on.'],
  ['bench:open', ['now'], "Unexpected argument 'now'. This command does not take positional arguments"],
])('%s %j is refused in one line, with the usage and a 2', { timeout: TIMEOUT_MS }, (script, args, reason) => {
  const { status, stdout, stderr } = run(script, ...args)
  expect([status, stdout]).toEqual([2, ''])
  const said = stderr.split('\n')
  if (reason) expect(said.shift()).toBe(reason)
  expect(said[0]).toMatch(new RegExp(`^usage: npm run .*${script}`))
})
