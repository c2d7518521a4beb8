import { isReady, listParts } from '@/lib/health/list-parts'
import { refuseOthers, route } from '@/lib/http'

/** 200 when web, database and worker can serve, 503 otherwise; each part either way. */
export const GET = route(async () => {
  const parts = await listParts()
  const isServing = isReady(parts)
  const body = { status: isServing ? 'ready' : 'not_ready', parts }
  return Response.json(body, { status: isServing ? 200 : 503, headers: { 'cache-control': 'no-store' } })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('GET')
