import { requireApiKey } from '@/lib/auth/require-api-key'
import { warningsOf } from '@/lib/faq/check/warnings-of'
import { getRule } from '@/lib/faq/get-rule'
import { ruleUpdateSchema } from '@/lib/faq/schema'
import { setRuleStatus } from '@/lib/faq/set-rule-status'
import { updateRule } from '@/lib/faq/update-rule'
import { parseId, parseJson, refuseOthers, route } from '@/lib/http'

type Context = { params: Promise<{ id: string }> }

export const GET = route<Context>(async (request, { params }) => {
  await requireApiKey(request, 'rules:read')
  return Response.json(await getRule(parseId((await params).id)))
})

/** Changes the fields that are there. `version` is the one that was read: a rule that somebody changed since is a conflict. */
export const PATCH = route<Context>(async (request, { params }) => {
  await requireApiKey(request, 'rules:write')
  const id = parseId((await params).id)
  const { version, ...change } = await parseJson(request, ruleUpdateSchema)
  const rule = await updateRule(null, id, version, change)
  return Response.json({ ...rule, warnings: await warningsOf(rule) })
})

/** Archives the rule: no draft uses it any more, its history stays. */
export const DELETE = route<Context>(async (request, { params }) => {
  await requireApiKey(request, 'rules:write')
  const rule = await getRule(parseId((await params).id))
  return Response.json(await setRuleStatus(null, rule.id, rule.version, 'archived'))
})

export const { POST, PUT, OPTIONS } = refuseOthers('GET', 'PATCH', 'DELETE')
