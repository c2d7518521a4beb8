import type { ApiOperation } from '@/lib/openapi/list-operations'
import type { Language } from '@/prisma/generated/enums'

const message = {
  zh: { text: '我昨天买的耳机还没发货，怎么回事？' },
  en: { text: 'I bought headphones yesterday and they have not shipped.' },
}

/** What an example sends, by operation; test/unit/openapi-page.test.ts holds each against the schema of its door. */
export const EXAMPLE_BODIES: Record<string, Record<Language, object>> = {
  postTickets: {
    zh: { subject: '耳机还没发货', message: message.zh, contact: { name: '李雷', email: 'lilei@example.com' } },
    en: { subject: 'Headphones not shipped', message: message.en, contact: { name: 'Emma Clarke', email: 'emma@example.com' } },
  },
  postTicketsByIdMessages: { zh: { message: { text: '还没有发货吗？' } }, en: { message: { text: 'Has it still not shipped?' } } },
  postTicketsByIdReply: {
    zh: { text: '您好，48 小时内发货。如有其他问题欢迎继续咨询。', andThen: 'waiting' },
    en: { text: 'Hello, it ships within 48 hours. Feel free to ask if you have any other questions.', andThen: 'waiting' },
  },
  postSuggest: { zh: { question: '多久发货？', language: 'zh' }, en: { question: 'When does it ship?', language: 'en' } },
  postRules: {
    zh: { question: '多久发货？', answer: '付款后 48 小时内发货。', language: 'zh', status: 'published' },
    en: { question: 'When does it ship?', answer: 'Within 48 hours of payment.', language: 'en', status: 'published' },
  },
  patchRulesById: { zh: { version: 3, answer: '付款后 24 小时内发货。' }, en: { version: 3, answer: 'Within 24 hours of payment.' } },
  postRulesSearch: { zh: { query: '多久发货', limit: 5 }, en: { query: 'when does it ship', limit: 5 } },
}

const QUERIES: Record<string, string> = {
  getTickets: '?status=open&limit=20',
  getRules: '?status=published&limit=20',
  postRulesImport: '?dryRun=1',
  getRulesExport: '?format=csv',
}

/**
 * A command that does what the operation is for, with the key in `$DESKHAND_KEY` and the id in `$ID`.
 * @returns null for a door whose callers sign what they send: one line of shell does not
 */
export function writeCurl({ id, method, path, scope, isSigned }: ApiOperation, origin: string, language: Language): string | null {
  if (isSigned) return null
  const body = EXAMPLE_BODIES[id]?.[language]
  const isImport = id === 'postRulesImport'
  const address = `${origin}${path.replace(/\{\w+\}/g, '$ID')}${QUERIES[id] ?? ''}`
  const isPlain = method === 'get' || (method === 'post' && (body || isImport))
  return [
    `curl ${isPlain ? '' : `-X ${method.toUpperCase()} `}"${address}"`,
    ...(scope ? ['-H "authorization: Bearer $DESKHAND_KEY"'] : []),
    // No apostrophe may end what the shell takes as one word.
    ...(body ? [`-H 'content-type: application/json'`, `-d '${JSON.stringify(body).replaceAll("'", '\u2019')}'`] : []),
    ...(isImport ? [`-H 'content-type: text/csv'`, '--data-binary @rules.csv'] : []),
    ...(id === 'getRulesExport' ? ['-o rules.csv'] : []),
    ...(id === 'getAttachmentsById' ? ['-OJ'] : []),
  ].join(' \\\n  ')
}
