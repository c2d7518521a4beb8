import { requireApiKey } from '@/lib/auth/require-api-key'
import { warningsOf } from '@/lib/faq/check/warnings-of'
import { createRuleOnce, newRuleSchema } from '@/lib/faq/create-rule-once'
import { listRules } from '@/lib/faq/list-rules'
import { ruleQuerySchema } from '@/lib/faq/schema'
import { parseJson, parseQuery, refuseOthers, route } from '@/lib/http'
import { readIdempotencyKey } from '@/lib/tickets/read-idempotency-key'

export const dynamic = 'force-dynamic'

export const GET = route(async (request) => {
  await requireApiKey(request, 'rules:read')
  return Response.json(await listRules(parseQuery(request, ruleQuerySchema)))
})

/** Adds a rule, as a draft unless its status says otherwise; `warnings` says what it repeats or contradicts, and hinders nothing. */
export const POST = route(async (request) => {
  const caller = await requireApiKey(request, 'rules:write')
  const rule = await createRuleOnce(readIdempotencyKey(request, caller), await parseJson(request, newRuleSchema))
  const warnings = await warningsOf(rule)
  return Response.json({ ...rule, warnings }, { status: 201, headers: { location: `/api/v1/rules/${rule.id}` } })
})

export const { PUT, PATCH, DELETE, OPTIONS } = refuseOthers('GET', 'POST')
