import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '../../_components/cn'
import { LinkWait } from '../../_components/link-wait'

const PLACES = { rules: '/faq', gaps: '/faq/gaps', floor: '/faq/floor' } as const

/** The knowledge base's own pages, in the header of its left pane. */
export function FaqNav({ current }: { current: keyof typeof PLACES }) {
  const t = useTranslations('faq')
  return (
    <nav aria-label={t('nav')} className="-ml-1.5 flex min-w-0 items-center">
      <h1 className="sr-only">{t('title')}</h1>
      {(Object.keys(PLACES) as (keyof typeof PLACES)[]).map((place) => (
        <Link
          key={place}
          href={PLACES[place]}
          aria-current={place === current ? 'page' : undefined}
          className={cn(
            'relative rounded-md px-1.5 py-1 text-base transition-colors',
            place === current ? 'font-semibold text-ink' : 'text-ink-3 hover:text-ink',
          )}
        >
          {t(`places.${place}`)}
          <LinkWait edge="bottom" />
        </Link>
      ))}
    </nav>
  )
}
