import { AppError } from '@/lib/errors'
import { route } from '@/lib/http'

/** Any address under /api that has no door: a program that has mistyped one is not answered with a page. */
const nothing = route((request) => {
  throw new AppError(
    'not_found',
    `There is no address ${new URL(request.url).pathname.slice(0, 200)} here; /api/openapi.json lists those there are.`,
  )
})

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
