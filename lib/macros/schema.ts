import { z } from 'zod'
import { BRACES, isVariable } from '@/lib/macros/variables'
import { cleanText } from '@/lib/tickets/clean-text'
import type { Prisma } from '@/prisma/generated/client'
import { Language } from '@/prisma/generated/enums'

export const MAX_MACRO_CHARACTERS = 5_000
export const MAX_TITLE_CHARACTERS = 80

/** The first thing in double braces that is no variable; null where there is none. */
export function unknownVariable(text: string): string | null {
  for (const [whole, name = ''] of text.matchAll(BRACES)) if (!isVariable(name)) return whole
  // What is left of braces once the variables are out was begun and not finished.
  return /\{\{|\}\}/.exec(text.replace(BRACES, ''))?.[0] ?? null
}

const words = (max: number) => z.string().max(max).transform(cleanText).pipe(z.string().min(1))

/** What an agent says about a macro. */
export const macroSchema = z.object({
  title: words(MAX_TITLE_CHARACTERS).refine((title) => !title.includes('\n'), 'must be one line'),
  text: words(MAX_MACRO_CHARACTERS).refine((text) => unknownVariable(text) === null, 'holds a variable that does not exist'),
  language: z.enum(Language).nullable(),
  isShared: z.boolean(),
})
export type MacroForm = z.input<typeof macroSchema>

export const macroSelect = {
  id: true,
  title: true,
  text: true,
  language: true,
  ownerId: true,
  uses: true,
  lastUsedAt: true,
  updatedAt: true,
} satisfies Prisma.MacroSelect
export type Macro = Prisma.MacroGetPayload<{ select: typeof macroSelect }>

/** What a person may see: their own and everybody's. */
export function visibleTo(agent: { id: string }): Prisma.MacroWhereInput {
  return { OR: [{ ownerId: null }, { ownerId: agent.id }] }
}
