/**
 * `npm test`: types, lint, build, then every test; ends with the line `tests: N passed, N failed`.
 *
 * `npm test -- unit integration` runs those projects alone, `npm test -- unit split-sentences` files of that name.
 * On a bare Debian and as root it first installs what the tests of the real thing need.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { offerHelp } from './lib/offer-help'
import { root } from './lib/source-hash'

const PROJECTS = ['unit', 'integration', 'model', 'e2e', 'supervisor']
const NEEDS_BUILD = ['e2e', 'supervisor']

/** What tests use of the system, beyond npm; without it they are skipped. */
const SYSTEM_PACKAGES = [
  { name: 'redis-server', has: () => canRun('redis-server', '--version'), skipped: 'the tests of the answer cache on a real Redis' },
  {
    name: 'chromium',
    has: () => ['chromium', 'chromium-browser', 'google-chrome'].some((name) => canRun(name, '--version')),
    skipped: 'the browser tests',
  },
  { name: 'curl', has: () => canRun('curl', '--version'), skipped: 'nothing; the test of bare calls fails' },
  { name: 'python3', has: () => canRun('python3', '--version'), skipped: 'nothing; the test of bare calls fails' },
  { name: 'fonts-noto-cjk', has: hasChineseFont, skipped: 'nothing, but pictures of failures have no Chinese' },
]

offerHelp(`usage: npm test [-- ${PROJECTS.join(' | ')} ...] [part of a file's name]`)
const args = process.argv.slice(2)
const chosen = args.filter((arg) => PROJECTS.includes(arg))
const projects = chosen.length > 0 ? chosen : PROJECTS
const filters = args.filter((arg) => !PROJECTS.includes(arg))
const failures: string[] = []

installSystemPackages()
check('the database client', 'prisma/build/index.js', 'generate')
if (args.length === 0) {
  check('types', 'typescript/bin/tsc', '--noEmit')
  check('lint', '@biomejs/biome/bin/biome', 'check', '.')
}
const isBuilt = !projects.some((project) => NEEDS_BUILD.includes(project)) || run(['--import', 'tsx', 'scripts/build.ts'])
if (!isBuilt) failures.push('build')
const runnable = isBuilt ? projects : projects.filter((project) => !NEEDS_BUILD.includes(project))
const projectArgs = runnable.flatMap((name) => ['--project', name])
// The closing line counts a failed check as a failed test: it is what a runner reads.
const isGood = run(['node_modules/vitest/vitest.mjs', 'run', ...projectArgs, ...filters], { FAILED_CHECKS: String(failures.length) })
process.exit(isGood && failures.length === 0 ? 0 : 1)

function check(name: string, program: string, ...programArgs: string[]) {
  const startedAt = performance.now()
  const isGood = run([path.join('node_modules', program), ...programArgs])
  console.log(`${name}: ${isGood ? 'good' : 'FAILED'}  ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  if (!isGood) failures.push(name)
}

function run(nodeArgs: string[], env: Record<string, string> = {}): boolean {
  const result = spawnSync(process.execPath, nodeArgs, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHECKPOINT_DISABLE: '1', ...env },
  })
  return result.status === 0
}

function installSystemPackages() {
  const missing = SYSTEM_PACKAGES.filter((wanted) => !wanted.has())
  if (missing.length === 0) return
  const names = missing.map((wanted) => wanted.name)
  if (process.getuid?.() === 0 && canRun('apt-get', '--version')) {
    console.log(`Installing ${names.join(', ')} (Debian packages that the tests use) …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...aptArgs: string[]) =>
      spawnSync('apt-get', ['-qq', ...aptArgs], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
    if (apt('update') && apt('install', '-y', '--no-install-recommends', ...names)) return
  }
  for (const wanted of missing.filter(({ has }) => !has())) console.log(`${wanted.name} is not installed; without it: ${wanted.skipped}.`)
}

function canRun(command: string, ...commandArgs: string[]): boolean {
  return spawnSync(command, commandArgs, { stdio: 'ignore' }).status === 0
}

function hasChineseFont(): boolean {
  return process.platform !== 'linux' || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') || fcListHasChinese()
}

function fcListHasChinese(): boolean {
  return (spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== ''
}
