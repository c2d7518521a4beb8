import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Validator } from '@cfworker/json-schema'
import { describe, expect, it } from 'vitest'
import { buildDocument } from '@/lib/openapi/build-document'
import { OPERATIONS } from '@/lib/openapi/operations'

const root = path.resolve(import.meta.dirname, '../..')
/** Doors of our own pages ask for a session and change with the pages, and the demo's outbox is ours: no program should call these. */
const FOR_OUR_PAGES = /require(Agent|Admin)Request\(/
const OUTBOX = 'app/api/outbox/[channelId]/route.ts'
/** What stands for every address that is none. */
const NOTHING = 'app/api/[[...path]]/route.ts'

type Door = { address: string; method: string; source: string }

const files = readdirSync(path.join(root, 'app/api'), { recursive: true, encoding: 'utf8' })
  .map((file) => `app/api/${file}`)
  .filter((file) => path.basename(file) === 'route.ts' && file !== OUTBOX && file !== NOTHING)
const doors = files.flatMap((file): Door[] => {
  const source = readFileSync(path.join(root, file), 'utf8')
  if (FOR_OUR_PAGES.test(source)) return []
  const address = `/${path
    .dirname(file)
    .replace(/^app\//, '')
    .replace(/\[(\w+)\]/g, '{$1}')}`
  const methods = [...source.matchAll(/export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(([, name]) => name)
  return methods.map((name) => ({ address, method: name?.toLowerCase() ?? '', source }))
})
const document = buildDocument()
const described = Object.entries(document.paths).flatMap(([address, methods]) =>
  Object.keys(methods).map((method) => `${method} ${address}`),
)

/** Every object in it, however deep. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const part of Object.values(value)) yield* objectsIn(part)
}

describe('the OpenAPI document', () => {
  it('names every door for machines and its methods, and none that is not there', () => {
    expect(described.sort()).toEqual(doors.map(({ address, method }) => `${method} ${address}`).sort())
  })

  it.each(doors)('says of $method $address what its file says: scope and Idempotency-Key', ({ address, method, source }) => {
    const operation = OPERATIONS[address]?.[method as 'get']
    const scopes = [...source.matchAll(/requireApiKey\(request, '([^']+)'\)/g)].map(([, scope]) => scope)
    if (operation?.scope === null || operation?.scope === 'signature') expect(scopes).toEqual([])
    else expect(scopes).toContain(operation?.scope)
    const methodsThatDo = Object.values(OPERATIONS[address] ?? {}).some(({ isIdempotent }) => isIdempotent)
    expect(source.includes('readIdempotencyKey')).toBe(methodsThatDo)
    expect(source.includes('wantsEventStream')).toBe(Object.values(OPERATIONS[address] ?? {}).some(({ events }) => events !== undefined))
  })

  it.each(files)('has in %s a door or a refusal for every method', (file) => {
    const source = readFileSync(path.join(root, file), 'utf8')
    if (FOR_OUR_PAGES.test(source)) return
    const own = [...source.matchAll(/export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(([, name]) => name)
    const [, refused = '', allowed = ''] = /export const \{ ([\w, ]+) \} = refuseOthers\(([^)]*)\)/.exec(source) ?? []
    expect(allowed.replaceAll("'", '').split(', ').sort()).toEqual([...own].sort())
    expect([...own, ...refused.split(', ')].sort()).toEqual(['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT'])
  })

  it('gives each operation a name of its own', () => {
    const names = [...objectsIn(document.paths)].flatMap(({ operationId }) => (typeof operationId === 'string' ? [operationId] : []))
    expect(names).toContain('postTicketsByIdReply')
    expect(new Set(names).size).toBe(names.length)
    expect(names).toHaveLength(doors.length)
  })

  it('refers to nothing that is not in it', () => {
    const refs = [...objectsIn(document)].flatMap(({ $ref }) =>
      typeof $ref === 'string' ? [$ref.replace('#/components/schemas/', '')] : [],
    )
    expect(refs.length).toBeGreaterThan(20)
    expect(refs.filter((name) => !(name in document.components.schemas))).toEqual([])
  })

  it('takes what the doors take, with their limits', () => {
    const operation = document.paths['/api/v1/tickets']?.post
    const { requestBody } = operation as unknown as { requestBody: { content: Record<string, { schema: object }> } }
    const body = new Validator(requestBody.content['application/json']?.schema ?? {}, '2020-12')
    const ticket = { subject: 'Where is it', message: { text: 'Where is my parcel?' }, contact: { email: 'a@example.com' } }
    expect(body.validate(ticket).valid).toBe(true)
    expect(body.validate({ ...ticket, priority: 'highest' }).valid).toBe(false)
    expect(body.validate({ ...ticket, subject: 'x'.repeat(301) }).valid).toBe(false)
    expect(body.validate({ message: ticket.message, contact: {} }).valid).toBe(false)
  })

  it('lists a query’s parameters with what is usual, and every error that it can answer', () => {
    const operation = document.paths['/api/v1/tickets']?.get
    const { parameters, responses } = operation as unknown as {
      parameters: { name: string; in: string; schema: object }[]
      responses: Record<string, object>
    }
    expect(parameters.find(({ name }) => name === 'limit')).toMatchObject({
      in: 'query',
      schema: { minimum: 1, maximum: 100, default: 50 },
    })
    expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['cursor', 'status', 'rung', 'q']))
    expect(Object.keys(responses)).toEqual(['200', '400', '401', '403', '422', '429', '500'])
  })
})
