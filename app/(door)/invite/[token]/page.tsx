import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { findAccountLink } from '@/lib/auth/find-account-link'
import { Button } from '../../../_components/button'
import { AcceptForm } from './accept-form'

type InvitePageProps = { params: Promise<{ token: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('people.accept'))('title'), robots: 'noindex' }
}

export default async function InvitePage({ params }: InvitePageProps) {
  const { token } = await params
  const [t, link] = await Promise.all([getTranslations('people.accept'), findAccountLink(token)])
  if (!link) {
    return (
      <>
        <h1 className="font-semibold text-xl">{t('endedTitle')}</h1>
        <p className="mt-1 mb-6 text-balance text-ink-3">{t('ended')}</p>
        <Button asChild>
          <Link href="/sign-in">{t('signIn')}</Link>
        </Button>
      </>
    )
  }
  const isInvite = link.kind === 'invite'
  return (
    <>
      <h1 className="font-semibold text-xl">{t(isInvite ? 'title' : 'passwordTitle')}</h1>
      <p className="mt-1 mb-6 text-balance text-ink-3 wrap-anywhere">{t(isInvite ? 'lead' : 'passwordLead', { email: link.email })}</p>
      <AcceptForm token={token} kind={link.kind} email={link.email} />
    </>
  )
}
