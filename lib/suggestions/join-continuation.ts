import { CLOSING } from '@/lib/suggestions/grounding/reply-phrases'
import type { Language } from '@/prisma/generated/enums'

/** An agent's text with what a model wrote on from it: before the closing line, if it has one, and without what is said again. */
export function joinContinuation(text: string, continuation: string, language: Language): string {
  const closing = CLOSING[language]
  const whole = text.trimEnd()
  const body = whole.endsWith(closing) ? whole.slice(0, -closing.length).trimEnd() : whole
  const rest = continuation.trim()
  const said = [whole, body].find((begun) => begun !== '' && rest.startsWith(begun)) ?? ''
  const added = rest.slice(said.length).trim()
  const gap = body === '' ? '' : language === 'en' ? ' ' : ''
  const joined = `${body}${gap}${added}`
  return body === whole || added.includes(closing) ? joined : `${joined}${language === 'en' ? ' ' : ''}${closing}`
}
