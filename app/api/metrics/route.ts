import { refuseOthers, route } from '@/lib/http'
import { metrics } from '@/lib/metrics'

/** Counters of this process for Prometheus. Numbers only, no customer and no content: open like /api/health. */
export const GET = route(async () => {
  const { registry } = metrics
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' } })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('GET')
