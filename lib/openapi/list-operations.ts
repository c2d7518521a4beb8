import { type ErrorCode, statusOf } from '@/lib/errors'
import { buildDocument } from '@/lib/openapi/build-document'
import { type ApiField, describeField, listFields } from '@/lib/openapi/list-fields'
import type { Method } from '@/lib/openapi/operations'
import type { JsonSchema } from '@/lib/openapi/to-json-schema'

/** The kinds of operations, in the order of a reader. */
export const GROUPS = ['tickets', 'suggest', 'rules', 'webhooks', 'system'] as const
export type Group = (typeof GROUPS)[number]

export type ApiOperation = {
  id: string
  method: Method
  path: string
  group: Group
  /** What a key must be allowed; null for doors that ask for none. */
  scope: string | null
  isSigned: boolean
  parameters: (ApiField & { in: string })[]
  /** Types of the body; empty where there is none. */
  bodyTypes: string[]
  body: ApiField[]
  answers: { status: string; types: string[]; fields: ApiField[] }[]
  errors: { status: string; code: string }[]
}

type Content = Record<string, { schema: JsonSchema }>
type Described = {
  operationId: string
  tags: string[]
  'x-scope'?: string
  security: object[]
  parameters: { name: string; in: string; required: boolean; schema: JsonSchema }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content: Content }>
}

/** The operations of the OpenAPI document as one reads them: everything that it says of them but its words. */
export function listOperations(): ApiOperation[] {
  const document = buildDocument()
  const schemas = document.components.schemas as Record<string, JsonSchema>
  const resolve = (ref: string): JsonSchema => schemas[ref.replace('#/components/schemas/', '')] ?? {}
  const paths = document.paths as unknown as Record<string, Record<string, Described>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): ApiOperation => {
      const { operationId: id, parameters, requestBody, responses } = operation
      const body = requestBody?.content ?? {}
      const good = Object.entries(responses).filter(([, { content }]) => !isError(content))
      return {
        id,
        method: method as Method,
        path,
        group: groupOf(operation),
        scope: operation['x-scope'] ?? null,
        isSigned: operation.security.some((way) => 'webhookSignature' in way),
        parameters: parameters.map(({ name, required, schema, in: place }) => ({
          ...describeField(name, schema, required, resolve),
          in: place,
        })),
        bodyTypes: Object.keys(body),
        body: listFields(body['application/json']?.schema ?? {}, resolve),
        answers: good.map(([status, { content }]) => ({
          status,
          types: Object.keys(content),
          fields: listFields(content['application/json']?.schema ?? {}, resolve, 1),
        })),
        errors: Object.entries(responses).flatMap(([status, { description, content }]) => {
          const code = /^`(\w+)`/.exec(description)?.[1]
          return isError(content) && code && String(statusOf(code as ErrorCode)) === status ? [{ status, code }] : []
        }),
      }
    }),
  )
}

function isError(content: Content): boolean {
  return content['application/json']?.schema.$ref === '#/components/schemas/Error'
}

function groupOf({ tags }: Described): Group {
  const [tag = ''] = tags
  if (tag === 'attachments') return 'tickets'
  return GROUPS.find((group) => group === tag) ?? 'system'
}
