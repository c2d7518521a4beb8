import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningDesk } from '@/scripts/lib/running-desk'
import { makeDataFolder, type Start, startDesk } from '@/test/support/supervised-desk'

// In this order on one data folder, because each start takes seconds: what is killed comes back, what is stopped stays
// away, and the next start finds everything as it was.

const { folder, remove } = makeDataFolder()
const starts: Start[] = []
let start: Start
let desk: RunningDesk

async function startAgain() {
  start = startDesk(folder)
  starts.push(start)
  desk = await start.ready()
}

beforeAll(startAgain)

afterAll(async () => {
  for (const { child } of starts) child.kill('SIGTERM')
  await Promise.all(starts.map(({ ended }) => ended))
  remove()
})

async function statusOf(url: string): Promise<number> {
  try {
    const response = await fetch(url)
    await response.body?.cancel()
    return response.status
  } catch {
    return 0
  }
}

function pidOf(program: RegExp): number {
  const found = start.processes().find(({ command }) => program.test(command))
  if (!found) throw new Error(`There is no ${program} among ${JSON.stringify(start.processes())}`)
  return found.pid
}

async function runCommand(script: string, ...args: string[]): Promise<string> {
  const command = ['--conditions=react-server', '--import', 'tsx', `scripts/${script}.ts`, ...args]
  const { stdout } = await promisify(execFile)(process.execPath, command, { env: { ...process.env, DATA_DIR: folder } })
  return stdout
}

const POSTGRES = /bin\/postgres -D/
const WORKER = /dist\/worker\.mjs/
const WEB = /next-server/
const soon = { timeout: 120_000, interval: 100 }

describe.skipIf(process.platform !== 'linux')('a desk that runs', () => {
  it('can serve with all its parts', async () => {
    expect(await statusOf(`${desk.url}/api/ready`)).toBe(200)
  })

  it('says so to a second start on the same data', async () => {
    const second = startDesk(folder)
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain('already running')
    expect(second.output()).toContain(`process ${desk.pid}`)
    expect(second.output()).toContain(desk.url)
  })

  it.each([
    ['PostgreSQL', POSTGRES],
    ['the worker', WORKER],
    ['the web', WEB],
  ])('brings %s back when it is killed, at the same address', async (_name, program) => {
    const pid = pidOf(program)
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => start.processes().some((other) => other.pid === pid), soon).toBe(false)
    // Ready it may be before it has missed what was killed.
    await expect.poll(() => start.processes().some((other) => program.test(other.command)), soon).toBe(true)
    await expect.poll(() => statusOf(`${desk.url}/api/ready`), soon).toBe(200)
  })

  it('is found by the command line', async () => {
    const key = (await runCommand('key', 'create', '--name', 'Test', '--scopes', '*')).trim()
    expect(key).toMatch(/^dh_\w+$/)
    const response = await fetch(`${desk.url}/api/v1/tickets`, { headers: { authorization: `Bearer ${key}` } })
    expect(response.status).toBe(200)
  })

  it('leaves nothing running on SIGTERM', async () => {
    expect(start.processes().length).toBeGreaterThan(3)
    start.child.kill('SIGTERM')
    expect(await start.ended).toBe(0)
    expect(start.processes()).toEqual([])
  })

  it('lets the command line work while it is stopped', async () => {
    expect(await runCommand('key', 'list')).toContain('Test')
    const channel: unknown = JSON.parse(await runCommand('channel', 'create', '--kind', 'generic', '--name', 'Shop'))
    expect(channel).toMatchObject({
      id: expect.any(String),
      secret: expect.stringMatching(/^whsec_/),
      url: expect.stringContaining('/api/webhooks/'),
    })
    expect(start.processes()).toEqual([])
  })

  it('leaves nothing running when it is killed, and starts again on the same data', async () => {
    await startAgain()
    start.child.kill('SIGKILL')
    await start.ended
    await expect.poll(() => start.processes(), soon).toEqual([])
    await startAgain()
    expect(await runCommand('channel', 'list')).toContain('Shop')
  })
})
