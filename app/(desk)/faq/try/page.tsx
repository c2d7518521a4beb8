import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAgent } from '@/lib/auth/require-agent'
import { hasAnyRule } from '@/lib/faq/has-any-rule'
import { TryDesk } from './try-desk'

export async function generateMetadata() {
  return { title: (await getTranslations('faqTry'))('title') }
}

/** A question to begin with, as other screens link to it. Anything unreadable is none. */
const querySchema = z.object({ q: z.string().trim().max(2_000).catch('') })

type TryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TryPage({ searchParams }: TryPageProps) {
  const agent = await requireAgent()
  const { q } = querySchema.parse({ q: '', ...(await searchParams) })
  const hasRules = await hasAnyRule({ status: 'published' })
  return <TryDesk question={q} isAdmin={agent.role === 'admin'} hasRules={hasRules} />
}
