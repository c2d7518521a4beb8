import { db } from '@/lib/db'
import { type Macro, macroSelect, visibleTo } from '@/lib/macros/schema'
import type { Prisma } from '@/prisma/generated/client'
import type { Language } from '@/prisma/generated/enums'

export type MacroQuery = {
  q?: string
  /** Only what is for tickets in this language, or for both. */
  language?: Language
  limit?: number
}

const MAX_WORDS = 6

/** An agent's own and everybody's macros, the most used first. Each word of `q` must stand in the title or the text. */
export async function listMacros(agent: { id: string }, { q = '', language, limit = 200 }: MacroQuery = {}): Promise<Macro[]> {
  const words = q.slice(0, 100).split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  const where: Prisma.MacroWhereInput = {
    AND: [
      visibleTo(agent),
      ...(language ? [{ OR: [{ language: null }, { language }] }] : []),
      ...words.map((word) => ({ OR: [contains('title', word), contains('text', word)] })),
    ],
  }
  const rows = await db().macro.findMany({
    where,
    select: macroSelect,
    orderBy: [{ uses: 'desc' }, { title: 'asc' }, { id: 'asc' }],
    take: limit,
  })
  // What is called so stands before what only says so.
  const first = words[0]?.toLowerCase()
  return first ? [...rows].sort((a, b) => Number(isCalled(b, first)) - Number(isCalled(a, first))) : rows
}

function contains(field: 'title' | 'text', word: string): Prisma.MacroWhereInput {
  // Prisma takes % and _ for what LIKE makes of them.
  return { [field]: { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } }
}

function isCalled({ title }: Macro, word: string): boolean {
  return title.toLowerCase().includes(word)
}
