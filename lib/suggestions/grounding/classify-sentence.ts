import { readFacts } from '@/lib/suggestions/grounding/read-facts'
import { readPromises } from '@/lib/suggestions/grounding/read-promises'
import { textTerms } from '@/lib/suggestions/grounding/text-terms'

// Alternations of plain words and short bounded gaps: linear.
const COURTESY =
  /您好|你好|亲爱的(?:用户|顾客|客户|朋友)?|尊敬的(?:用户|顾客|客户|先生|女士)?|^亲[，,！~ ]|(?:早上|上午|下午|晚上)好|(?:非常|十分|真诚)?(?:感谢|谢谢)您?(?:的)?(?:来信|咨询|反馈|理解|支持|耐心等待|耐心|购买|惠顾|信任|联系|留言|提醒|配合)?(?:与|和|及)?(?:理解|支持|耐心等待|信任|配合)?|(?:非常|很|十分|深表|真的)?(?:抱歉|歉意)|对不起|不好意思|(?:给|对|让)您(?:带来|造成|久等)了?的?(?:不便|困扰|麻烦|不好的体验|不愉快)?|(?:我们?)?(?:非常|十分|完全|特别|很)?理解您(?:现在|此刻|目前)?的?(?:心情|感受|焦急|着急|担心|顾虑|困扰)?|请(?:您)?(?:放心|稍等|稍候|谅解|见谅|理解|耐心等待|多包涵|不要着急|别着急)|祝您?(?:生活|购物|工作|一切)?(?:愉快|顺利|开心)|如(?:果)?(?:您)?(?:还)?有(?:其他|任何|更多|其它|别的)?(?:问题|疑问|需要|需求)[，,]?(?:可以?|都)?(?:欢迎|请)?(?:您)?(?:随时|继续)?(?:再)?(?:咨询|联系|告诉|告知|留言|找)?(?:我们|客服|我)?|欢迎(?:您)?(?:随时|继续|再次)?(?:咨询|联系|光临|留言)(?:我们)?|(?:很)?高兴(?:能)?为您(?:服务|解答)|(?:我们)?(?:已经?)?收到(?:了)?您的(?:问题|反馈|来信|消息|留言|咨询)|关于您?(?:所)?(?:咨询|提到|反馈|说)的(?:问题|情况|事)?|(?:您)?(?:咨询|反馈)的问题|请告诉我您遇到的问题|期待再次为您服务|(?:有问题)?随时(?:找|联系|咨询)我们|还有其他问题可以随时问我|如需帮助请随时留言|\b(?:hello|hi|hey|dear)\b(?: there| customer| \p{Lu}\w{1,20}){0,2}|\bgood (?:morning|afternoon|evening|day)\b|\b(?:many )?(?:thanks|thank you)(?: so much| very much| again)?(?: for (?:reaching out|contacting us|getting in touch|letting us know|asking|writing|waiting|choosing us|your \w{1,20}(?: and \w{1,20})?))?(?: (?:to us|about this|with us|in advance))?|\b(?:we['’]re|we are|i['’]m|i am)?\s?(?:very |so |truly |really |terribly )?sorry(?: (?:for|to hear|about|that)[^.!?,;]{0,60})?|\b(?:we|i|my|our)?\s?(?:sincere(?:ly)? |do )?apologi[sz]es?(?: for[^.!?,;]{0,60})?|\b(?:we|i) (?:completely |fully |totally |really )?understand (?:your|how|that|why|this)[^.!?,;]{0,60}|\b(?:please )?(?:feel free|don['’]t hesitate|do not hesitate) to[^.!?;]{0,80}|\b(?:please )?let (?:us|me) know if[^.!?;]{0,60}|\bhave a (?:nice|great|good|lovely) (?:day|evening|weekend)\b|\b(?:best|kind|warm) (?:regards|wishes)\b|\bif (?:you have|there are) (?:any )?(?:other |further |more |additional )?(?:questions?|concerns?)[^.!?;]{0,60}|\b(?:we['’]re|we are|i['’]m|i am|i['’]d be|we['’]d be)? ?(?:always )?happy to help[^.!?;]{0,40}|\bwe look forward to[^.!?;]{0,60}|\bjust reply here[^.!?;]{0,40}|\bplease tell me your question\b/giu

const HANDOVER =
  /(?:同事|人工|专员|专人|客服人员|工作人员|相关部门|技术人员)[^。！？!?]{0,16}(?:确认|核实|查询|核查|跟进|查看|处理|回复|联系|解答|协助)|(?:转交|转接|转给|转|升级给)(?:给|至|到)?[^。！？!?]{0,6}(?:人工|同事|专员|部门|客服)|(?:没有|未|暂时没有?|无法)(?:能)?(?:查到|找到|查询到)(?:相关|对应|合适)?的?(?:规定|规则|信息|政策|说明)|\b(?:colleagues?|team|agents?|specialists?|representatives?|staff|human)\b[^.!?]{0,60}\b(?:confirm|check|look into|verify|investigate|get back|follow up|review|contact you|reach out|assist|help)|\b(?:could|can|did)(?: not|n['’]t) find (?:a|any|the) (?:rule|information|answer|policy)/i
const LOOKING =
  /(?:我们?|我)(?:这边)?(?:会|将|来|马上|尽快|先)[^。！？!?，,]{0,8}(?:核实|查询|核查|跟进|查看|确认|反馈)|\b(?:i|we)(?:['’]ll| will) (?:look into|check|verify|follow up|get back)/i
const ASKING =
  /请(?:您)?(?:提供|告知|告诉|补充|留下|描述|说明|回复)|(?:能否|可以|方便)(?:请您)?(?:提供|告知|告诉|说)|请问|\b(?:could|can|would) you (?:please )?(?:share|provide|tell|give|confirm|let us know|describe|send us)|\bplease (?:share|provide|tell us|give us|let us know|describe) (?:your|the|what|which)\b|\bmay i (?:ask|have)\b/i

// The whole of a sentence; "Yes, you can …" is judged by the rest of it.
const BARE_ANSWER =
  /^[\s.!。！,，、~]*(?:yes|no|sure|of course|certainly|absolutely|可以|不可以|能|不能|不行|行|是|不是|有|没有|支持|不支持|当然可以?)(?:的|哦|呢|呀)?[\s.!。！,，]*$/i

/** Says that a person will look at it instead of answering. */
function isHandover(sentence: string): boolean {
  return HANDOVER.test(sentence)
}

/**
 * Courtesy greets, apologises, thanks, closes, hands over to a colleague or asks for details; it needs no rule. As soon as
 * a sentence names a number, a link or something to be granted, it is a statement.
 */
export function classifySentence(sentence: string): 'courtesy' | 'statement' {
  // "您好，可以。" promises no less than "可以。".
  if (isBareAnswer(sentence) || isBareAnswer(withoutCourtesy(sentence))) return 'statement'
  if (readFacts(sentence).length > 0) return 'statement'
  const isHandling = isHandover(sentence) || LOOKING.test(sentence) || ASKING.test(sentence)
  const promises = readPromises(sentence)
  // "a colleague will check your refund" grants none; "we will refund you" does.
  if (promises.length > 0)
    return isHandling && !GRANTS.test(sentence) && promises.every(({ what }) => what !== 'guarantee') ? 'courtesy' : 'statement'
  return isHandling || textTerms(withoutCourtesy(sentence)).size <= 1 ? 'courtesy' : 'statement'
}

const GRANTS =
  /(?:会|将|已|立即|马上|可以|为您|给您|帮您)(?:为您|给您|帮您|全额|免费|办理|安排|申请|进行){0,3}(?:退款|退还|赔偿|赔付|补偿|补发|重发|换新|换货|减免|赠送)|\b(?:will|can|shall|['’]ll|get|receive|issue|process|give you|offer you|entitled to)\s(?:be |get |receive |issue |process |you |a |the |your |full |free |fully ){0,4}(?:refund|reimburse|compensat|replace|resend|discount|coupon|voucher)/i

/** "Yes." or 「不可以。」: a whole answer in a word. */
export function isBareAnswer(sentence: string): boolean {
  return BARE_ANSWER.test(sentence)
}

/** The sentence without its polite words: what is left has to come from somewhere. */
export function withoutCourtesy(sentence: string): string {
  return sentence.replace(COURTESY, ' ')
}
