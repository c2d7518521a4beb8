import { getLocale, getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { GROUPS, listOperations } from '@/lib/openapi/list-operations'
import { writeCurl } from '@/lib/openapi/write-curl'
import { AdminOnly } from '../admin-only'
import { requestOrigin } from '../request-origin'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { Operation } from './operation'
import { WithCode } from './with-code'

const NOTES = ['key', 'errors', 'pages', 'once', 'rate'] as const

export const generateMetadata = titled('api')

/** What programs can ask for, read from the document that they are given. */
export default async function ApiPage() {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  const [t, settings, locale, origin] = await Promise.all([
    getTranslations('api'),
    getTranslations('settings'),
    getLocale(),
    requestOrigin(),
  ])
  const operations = listOperations()
  const language = locale === 'zh' ? 'zh' : 'en'
  const link = 'rounded-sm underline underline-offset-3 hover:text-ink'
  return (
    <SettingsPane title={settings('sections.api')} lead={t('lead')}>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-2 text-sm">
        {NOTES.map((note) => (
          <li key={note}>
            <WithCode text={t(`notes.${note}`)} />
          </li>
        ))}
        <li>
          {t.rich('notes.document', {
            link: (words) => (
              <a href="/api/openapi.json" className={link}>
                {words}
              </a>
            ),
          })}
        </li>
      </ul>
      {GROUPS.map((group) => (
        <section key={group} aria-labelledby={`api-${group}`}>
          <h2 id={`api-${group}`} className="mb-1 font-semibold text-base">
            {t(`groups.${group}`)}
          </h2>
          <ul className="border-t">
            {operations
              .filter((operation) => operation.group === group)
              .map((operation) => (
                <li key={operation.id} className="border-b">
                  <Operation operation={operation} curl={writeCurl(operation, origin, language)} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </SettingsPane>
  )
}
