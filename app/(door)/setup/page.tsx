import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { hasAnyUser } from '@/lib/auth/has-any-user'
import { env } from '@/lib/env'
import { SetupForm } from './setup-form'

export async function generateMetadata() {
  return { title: (await getTranslations('door.setup'))('title') }
}

export default async function SetupPage() {
  if (env().DEMO || (await hasAnyUser())) redirect('/sign-in')
  const t = await getTranslations('door.setup')
  return (
    <>
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      <p className="mt-1 mb-6 text-balance text-ink-3">{t('lead')}</p>
      <SetupForm />
    </>
  )
}
