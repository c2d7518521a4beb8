import { refuseOthers } from '@/lib/http'

/** Alive: this process answers. Whether it can serve is /api/ready. */
export function GET(): Response {
  return Response.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('GET')
