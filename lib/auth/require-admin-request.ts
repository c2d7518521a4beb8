import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import type { Agent } from '@/lib/auth/schema'
import { AppError } from '@/lib/errors'

/**
 * The admin whose browser calls a route of our own pages.
 * @throws AppError unauthorized, forbidden (sent by another site, or not an admin)
 */
export async function requireAdminRequest(request: Request): Promise<Agent> {
  const agent = await requireAgentRequest(request)
  if (agent.role !== 'admin') throw new AppError('forbidden', 'Only an admin may do this.')
  return agent
}
