import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Floors } from '@/lib/retrieval/floor/floors'

/** Where a rule begins to answer, and the way to the page that moves it. */
export function FloorsLine({ floors }: { floors: Floors }) {
  const t = useTranslations('prompt.floors')
  const format = useFormatter()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <section className="border-t pt-4">
      <h2 className="mb-1 font-semibold text-ink-2 text-sm">{t('title')}</h2>
      <p className="text-ink-2 text-sm leading-5">
        {t('body', { zh: two(floors.zh), en: two(floors.en) })}{' '}
        <Link href="/faq/floor" className="whitespace-nowrap text-accent underline underline-offset-3 hover:no-underline">
          {t('link')}
        </Link>
      </p>
    </section>
  )
}
