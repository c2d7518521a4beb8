/**
 * Completes package-lock.json after a dependency change.
 *
 * npm leaves an optional platform package (@next/swc-darwin-arm64, say) out of the lock when the registry it talks to
 * does not serve that exact version, and `npm ci` then refuses the lock on every machine. This adds a stub for each
 * missing one. Run it on a lock made in a folder without node_modules: `npm install --package-lock-only`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { offerHelp } from './lib/offer-help'

type LockedPackage = { version?: string; optional?: boolean; optionalDependencies?: Record<string, string> }
type Lock = { packages: Record<string, LockedPackage> }

const SYSTEMS: Record<string, string> = {
  darwin: 'darwin',
  mac: 'darwin',
  win32: 'win32',
  windows: 'win32',
  win: 'win32',
  linux: 'linux',
  android: 'android',
  freebsd: 'freebsd',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  sunos: 'sunos',
  aix: 'aix',
  openharmony: 'openharmony',
}
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32']

/** Whether Node would find `name` from the package at `where`: nested first, then upwards. */
function isLocked(packages: Lock['packages'], where: string, name: string): boolean {
  let base = where
  for (;;) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true
    if (!base) return false
    const parent = base.lastIndexOf('/node_modules/')
    base = parent < 0 ? '' : base.slice(0, parent)
  }
}

/** A lock entry for a platform package, with os, cpu and libc read off its name. */
function stub(name: string, version: string) {
  const parts = (name.split('/').pop() ?? '').split(/[-_.]/)
  const os = parts.map((part) => SYSTEMS[part]).find(Boolean)
  const cpu =
    PROCESSORS.find((processor) => parts.includes(processor)) ?? (parts.some((part) => part.startsWith('arm')) ? 'arm' : undefined)
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined
  return { version, ...(cpu && { cpu: [cpu] }), optional: true, ...(os && { os: [os] }), ...(libc && { libc: [libc] }) }
}

offerHelp('usage: npm run fix-lock [-- FILE]   (package-lock.json)')
const file = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock
let added = 0
for (const [where, locked] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(locked.optionalDependencies ?? {})) {
    const version = range.replace(/^[\^~]/, '')
    if (isLocked(lock.packages, where, name) || !/^\d+\.\d+\.\d+/.test(version)) continue
    lock.packages[`node_modules/${name}`] = stub(name, version)
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} stubs added to ${file}`)
