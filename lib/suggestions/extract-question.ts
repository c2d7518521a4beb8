import type { EarlierText } from '@/lib/retrieval/schema'
import { coveredShare, textTerms } from '@/lib/suggestions/grounding/text-terms'
import { keepEnd } from '@/lib/suggestions/keep-end'
import { stripMail } from '@/lib/suggestions/strip-mail'

export type QuestionTurn = {
  id?: string
  direction: 'incoming' | 'outgoing' | 'note'
  text: string
  createdAt: Date
}

export type ExtractedQuestion = {
  /** At most `MAX_QUESTION_CHARS` characters; empty only when the customer wrote nothing at all. */
  text: string
  /** The incoming messages it was taken from, oldest first. */
  fromMessageIds: string[]
}

/** Long mails end with what they ask; the prompt of the small model holds about 500 tokens in all. */
export const MAX_QUESTION_CHARS = 1_000
const EARLIER_TURNS = 2

const GREETING_LINE =
  /^(?:(?:亲|你好|您好|hello|hi|hey|hi there|哈喽|在吗|在么|有人吗|客服|客服你好|早上好|上午好|下午好|晚上好|good (?:morning|afternoon|evening)|to whom it may concern|dear [\p{L} ]{1,40}|尊敬的[\p{Script=Han}]{1,12})[\s,，.。!！~、?？:：呀啊]*){1,4}$/iu
const STARTS_MIDWAY = /^(?:那么?|还有|然后|所以|另外|要是|如果|但是?|可是|and|but|so|or|also|then|what about|how about|what if)(?![a-z])/i
const ASKS_ALONE =
  /^(?:[那要]|大概|一般|需要|得)*(?:多久|多少钱?|几天|什么时候|何时|可以吗?|行吗|怎么弄|怎么办|怎么操作|在哪里?|为什么|为啥|什么意思|是吗|真的吗|有吗|呢)(?:呢|呀|啊|了|才行)?$/
const POINTS_BACK = /\b(?:it|they|them|that|this|those|these|one)\b/i

const CLOSING = /[\s,，.。!！?？~、:：]/u

/** Letter by letter from the end: a pattern would begin anew at each mark of a long row in the middle, for minutes at 100 KB. */
function withoutClosing(text: string): string {
  let end = text.length
  while (end > 0 && CLOSING.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** "那运费呢" or "and how long?": understood only with what was said before. */
function leansOnEarlier(text: string): boolean {
  const bare = withoutClosing(text).trim()
  const hanCount = bare.match(/\p{Script=Han}/gu)?.length ?? 0
  if (hanCount > 0) {
    if (hanCount <= 3 || ASKS_ALONE.test(bare)) return true
    return hanCount <= 14 && (STARTS_MIDWAY.test(bare) || (bare.endsWith('呢') && hanCount <= 8))
  }
  const words = bare.split(/\s+/).filter(Boolean).length
  if (words <= 2) return true
  return words <= 9 && (STARTS_MIDWAY.test(bare) || (words <= 7 && POINTS_BACK.test(bare)))
}

function withoutGreetings(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.length > 80 || !GREETING_LINE.test(line.trim()))
    .join('\n')
    .trim()
}

const GENERIC_SUBJECT =
  /^(?:(?:新?(?:的)?(?:工单|留言|消息|邮件|会话|咨询|问题|求助|帮助|反馈|投诉|售后|客服|订单|紧急|急|你好|您好|无主题|无标题|请问|在线客服|网站)+)|(?:new |urgent |customer |general |support |my |a |an |website |contact |order )*(?:help|question|questions|query|inquiry|enquiry|support|request|message|issue|problem|ticket|hello|hi|order|urgent|form|no subject|untitled|feedback|complaint|conversation))$/i

function usefulSubject(subject: string, question: string): string {
  let bare = subject.slice(0, 200).replace(/\s+/g, ' ').trim()
  for (let before = ''; before !== bare; ) {
    before = bare
    bare = bare.replace(/^(?:re|fwd?|回复|答复|转发|回覆)\s*(?:\[\d+\])?\s*[:：]\s*/i, '')
  }
  bare = bare.replace(/^[[【(（]?(?:ticket|工单|case|#)[\s:：#]*\d*[\]】)）]?\s*/i, '')
  const plain = bare.replace(/[^\p{L}\p{N} ]/gu, '').trim()
  if (!plain || GENERIC_SUBJECT.test(plain)) return ''
  // Desks fill an empty subject with the beginning of the message.
  return coveredShare(textTerms(plain), textTerms(question)) >= 0.6 ? '' : bare
}

/**
 * What the customer asks now: the incoming messages since the last reply (when the reply is the last word, those before
 * it), without quotes, signatures and greetings. When that cannot stand alone, up to two earlier customer messages come
 * first; the subject is put in front when it says something that the messages do not. Linear in the length of the input.
 */
export function extractQuestion(messages: readonly QuestionTurn[], subject = ''): ExtractedQuestion {
  const turns = messages.filter((m) => m.direction !== 'note').sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const lastIncoming = turns.findLastIndex((m) => m.direction === 'incoming')
  const replyBefore = turns.slice(0, Math.max(lastIncoming, 0)).findLastIndex((m) => m.direction === 'outgoing')
  const current = read(turns.slice(replyBefore + 1, lastIncoming + 1))
  const asked = joinTexts(current)
  const leans = leansOnEarlier(asked)
  const earlier = leans ? read(turns.slice(0, replyBefore + 1).filter((m) => m.direction === 'incoming')).slice(-EARLIER_TURNS) : []
  const used = [...earlier, ...current]
  // After a reply the talk may have moved on from the subject, so it counts only for what leans on it.
  const heading = replyBefore < 0 || leans ? usefulSubject(subject, joinTexts(used)) : ''
  return {
    text: keepEnd([heading, joinTexts(used)].filter(Boolean).join('\n'), MAX_QUESTION_CHARS),
    fromMessageIds: used.flatMap((m) => m.id ?? []),
  }
}

/** Earlier turns whose words count, by how much, the latest first; measured in bench/README.md. */
const EARLIER_WEIGHTS = [0.4, 0.3, 0.25]
/** Earlier turns in which something may have been named: it need not be said again to be meant. */
const NAMING_TURNS = 30
const EARLIER_CHARS = 600

/** The question as above, and what was said before it, by whomever, the latest first. */
export function readConversation(messages: readonly QuestionTurn[], subject = ''): ExtractedQuestion & { before: EarlierText[] } {
  const question = extractQuestion(messages, subject)
  const turns = messages.filter((m) => m.direction !== 'note').sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const lastIncoming = turns.findLastIndex((m) => m.direction === 'incoming')
  const replyBefore = turns.slice(0, Math.max(lastIncoming, 0)).findLastIndex((m) => m.direction === 'outgoing')
  const before = turns
    .slice(0, replyBefore + 1)
    .slice(-NAMING_TURNS)
    .reverse()
    .map(({ text }, turnsAgo) => ({ text: keepEnd(stripMail(text), EARLIER_CHARS), weight: EARLIER_WEIGHTS[turnsAgo] ?? 0 }))
  return { ...question, before }
}

function read(turns: QuestionTurn[]): { id?: string; text: string }[] {
  const read = turns.filter((m) => m.direction === 'incoming').map((m) => ({ id: m.id, text: stripMail(m.text) }))
  const asking = read.map((m) => ({ ...m, text: withoutGreetings(m.text) })).filter((m) => m.text !== '')
  // A bare "你好" is all there is to answer.
  return asking.length > 0 ? asking : read.filter((m) => m.text !== '').slice(-1)
}

function joinTexts(turns: { text: string }[]): string {
  return turns.map((m) => m.text).join('\n')
}
