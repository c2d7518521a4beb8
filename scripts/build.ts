/**
 * `npm run build`: the Prisma client, the worker in one file (dist/worker.mjs) and the pages (.next).
 *
 * Does nothing when nothing has changed since the last build; `--force` builds anyway, `--client` makes the client alone
 * (for `npm run dev`). `npm start` runs it as a process of its own, because esbuild leaves a helper running for as long
 * as its parent lives.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { END_WITH_PARENT } from './lib/end-with-parent'
import { LockedError, takeLock } from './lib/lock-file'
import { offerHelp } from './lib/offer-help'
import { root, sourceHash } from './lib/source-hash'

offerHelp('usage: npm run build [-- --force | --client]   (again although nothing has changed; the database client alone)')
const hashFile = path.join(root, '.next/SOURCE_HASH')
const results = ['.next/required-server-files.json', 'dist/worker.mjs', 'prisma/generated/client.ts'].map((file) => path.join(root, file))

function isBuilt(): boolean {
  return [hashFile, ...results].every((file) => existsSync(file)) && readFileSync(hashFile, 'utf8') === sourceHash()
}

/** Runs `work` and says how it goes: at its end, and every few seconds before. */
async function step(name: string, work: () => Promise<void>) {
  const startedAt = performance.now()
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
  const ticker = setInterval(() => console.log(`  building ${name} … ${seconds()}`), 5_000)
  try {
    await work()
    console.log(`  built    ${name}  ${seconds()}`)
  } finally {
    clearInterval(ticker)
  }
}

/** Runs a program of node_modules; what it prints is shown when it fails, and not otherwise. */
function run(program: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }
    const child = spawn(process.execPath, [...END_WITH_PARENT, path.join(root, 'node_modules', program), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${output}\n${path.basename(program)} ended with ${code}.`))))
  })
}

async function bundleWorker() {
  await build({
    entryPoints: [path.join(root, 'worker/main.ts')],
    outfile: path.join(root, 'dist/worker.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'silent',
  })
}

/** Two starts at once build once: the second waits here and then finds it done. */
async function takeTurn(): Promise<() => void> {
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await takeLock(path.join(root, 'dist/build.lock'))
    } catch (error) {
      if (!(error instanceof LockedError)) throw error
      if (isFirst) console.log(`  waiting for the build of process ${error.pid}`)
      await sleep(500)
    }
  }
}

const makeClient = () => step('the database client', () => run('prisma/build/index.js', 'generate'))

const release = await takeTurn()
try {
  if (process.argv.includes('--client')) {
    await makeClient()
  } else if (process.argv.includes('--force') || !isBuilt()) {
    rmSync(hashFile, { force: true })
    // Before the work: a file that is saved meanwhile makes the next start build again.
    const hash = sourceHash()
    await makeClient()
    await step('the worker', bundleWorker)
    await step('the pages', () => run('next/dist/bin/next', 'build'))
    writeFileSync(hashFile, hash)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  release()
}
