import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { hasAnyUser } from '@/lib/auth/has-any-user'
import { findCurrentAgent } from '@/lib/auth/require-agent'
import { safeNext } from '@/lib/auth/safe-next'
import { env } from '@/lib/env'
import { DemoDoor } from './demo-door'
import { SignInForm } from './sign-in-form'

export async function generateMetadata() {
  return { title: (await getTranslations('door.signIn'))('title') }
}

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = safeNext((await searchParams).next)
  if (await findCurrentAgent()) redirect(next)
  const isDemo = env().DEMO
  if (!isDemo && !(await hasAnyUser())) redirect('/setup')
  const t = await getTranslations('door.signIn')
  return (
    <>
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      <p className="mt-1 mb-6 text-balance text-ink-3">{t('lead')}</p>
      {isDemo && <DemoDoor next={next} />}
      <SignInForm next={next} isMain={!isDemo} />
    </>
  )
}
