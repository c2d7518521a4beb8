import { db } from '@/lib/db'
import { defaultPrompt } from '@/lib/suggestions/default-prompt'
import type { Prisma } from '@/prisma/generated/client'

/** As many as one looks through; older ones stay stored. */
const LATEST = 50

const select = {
  version: true,
  zh: true,
  en: true,
  createdAt: true,
  author: { select: { name: true } },
} satisfies Prisma.PromptTemplateSelect
type Row = Prisma.PromptTemplateGetPayload<{ select: typeof select }>

/** A version with who saved it and when; Deskhand's own has neither. */
export type PromptVersion = Omit<Row, 'createdAt'> & { createdAt: Date | null }

/** The versions of the prompt, the newest first; the last of them is the one that Deskhand came with. */
export async function listPromptTemplates(): Promise<PromptVersion[]> {
  const rows = await db().promptTemplate.findMany({ select, orderBy: { version: 'desc' }, take: LATEST })
  return rows.some(({ version }) => version === defaultPrompt.version)
    ? rows
    : [...rows, { ...defaultPrompt, createdAt: null, author: null }]
}
