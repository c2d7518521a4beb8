import { refuseOthers, route } from '@/lib/http'
import { buildDocument } from '@/lib/openapi/build-document'

/** The OpenAPI document of this installation. It holds no secret and no data: open like /api/health. */
export const GET = route(() => Response.json(buildDocument()))

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('GET')
