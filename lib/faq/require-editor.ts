import { AppError } from '@/lib/errors'
import type { RuleEditor } from '@/lib/faq/schema'
import { Role } from '@/prisma/generated/enums'

/**
 * Agents read the rules, admins write them. Returns the author's id for the revision.
 * @throws AppError forbidden
 */
export function requireEditor(editor: RuleEditor): string | null {
  if (editor && editor.role !== Role.admin) throw new AppError('forbidden', 'Only an admin can change FAQ rules.')
  return editor?.id ?? null
}
