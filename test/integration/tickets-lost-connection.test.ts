import { expect, test } from 'vitest'
import { db, pgPool } from '@/lib/db'
import { inTransaction, runPrepared } from '@/lib/sql'
import { Prisma } from '@/prisma/generated/client'
import { makeTicket } from '@/test/support/tickets'

test('a connection lost in the middle of a transaction leaves nothing behind, and the next one works', async () => {
  const { id } = await makeTicket()
  const broken = inTransaction(async (client) => {
    await runPrepared(client, Prisma.sql`update ticket set subject = 'half' where id = ${id}::uuid`)
    const [{ pid } = { pid: 0 }] = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows
    const lost = new Promise((resolve) => client.once('error', resolve))
    await pgPool().query('select pg_terminate_backend($1)', [pid])
    await lost
    await client.query('select 1')
  })
  await expect(broken).rejects.toThrow()
  expect(await db().ticket.findUnique({ where: { id }, select: { subject: true } })).toEqual({ subject: '耳机还没发货' })
  expect((await makeTicket()).messages).toHaveLength(1)
})

test('what fails after a statement takes the statement with it', async () => {
  const { id } = await makeTicket()
  const failing = inTransaction(async (client) => {
    await runPrepared(client, Prisma.sql`update ticket set subject = 'half' where id = ${id}::uuid`)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await db().ticket.findUnique({ where: { id }, select: { subject: true } })).toEqual({ subject: '耳机还没发货' })
})
