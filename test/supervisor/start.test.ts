import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { makeDataFolder, startDesk } from '@/test/support/supervised-desk'

const { folder, remove } = makeDataFolder()
afterAll(remove)

describe('a start that cannot succeed', () => {
  it.each(['127.0.0.1', '0.0.0.0', '::1', '::'])('names a port that is taken on %s, and one that is free', async (host) => {
    const other = createServer().listen(0, host)
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : 0
    const start = startDesk(folder, { PORT: String(port) })
    expect(await start.ended).toBe(1)
    expect(start.output()).toMatch(new RegExp(`Port ${port} is taken .* PORT=\\d+ npm start`))
    // Nobody waits for a build to learn that.
    expect(start.output()).not.toContain('PostgreSQL')
    other.close()
  })

  it('names the variable that is wrong', async () => {
    const start = startDesk(folder, { PORT: 'three thousand' })
    expect(await start.ended).toBe(1)
    expect(start.output()).toContain('PORT: ')
  })

  it('says which part cannot start and why, and leaves nothing running', async () => {
    const start = startDesk(folder, { MODEL: '/nowhere/model.gguf' })
    expect(await start.ended).toBe(1)
    expect(start.output()).toMatch(/Worker cannot start: .*\/nowhere\/model\.gguf/)
    expect(start.processes()).toEqual([])
  })
})
