import type { IndexedRuleText } from '@/lib/suggestions/grounding/find-support'
import { foldWidth, textTerms } from '@/lib/suggestions/grounding/text-terms'

/** A clause that has so much of one of the rule's, in its order, is a copy; with fewer words in common it may be about another matter. */
const MIN_COPIED = 0.6
const COMMA = /[，,。；;.](?!\d)/
const TOKEN = /\p{Script=Han}|[a-z]+(?:['’-][a-z]+)*|\d+(?:[.,:]\d+)*/gu

/** More is no clause; comparing is quadratic. */
const MAX_TOKENS = 120

/** Things of which one is never another, and that stand in the same places. Synonyms are one alternative. */
const CONTRASTS: readonly (readonly RegExp[])[] = [
  [/\bfirst\b|首(?:次|日|月|年|节|晚)|第一/, /\blast\b|\bfinal\b|末(?:次|日|月|节|晚)|最后/, /\bevery\b|\beach\b|每(?:次|日|月|年|节|晚)/],
  [/\bmornings?\b|上午|早上/, /\bafternoons?\b|下午/, /\bevenings?\b|\bnights?\b|晚上|夜间/],
  [
    /\bmondays?\b|周一/,
    /\btuesdays?\b|周二/,
    /\bwednesdays?\b|周三/,
    /\bthursdays?\b|周四/,
    /\bfridays?\b|周五/,
    /\bsaturdays?\b|周六/,
    /\bsundays?\b|周日/,
  ],
  [/\bweekdays?\b/, /\bweekends?\b|周末/],
  [/次日|第二天/, /次月|下个?月/, /当[日天]/, /当月/],
  [/\bgold\b|金卡/, /\bsilver\b|银卡/, /\bplatinum\b|白金/, /\bbronze\b|铜卡/, /\bdiamond\b|钻石/],
  [/\bstandard\b|\bregular\b|标准|普通/, /\bexpress\b|加急|特快/, /\bpremium\b|\bdeluxe\b|豪华/],
  [/\bfree (?:plan|version|tier|workspaces?)\b|免费版/, /\bpro\b|专业版/, /\bbusiness plan\b|商务版/, /\benterprise\b|企业版/],
  [/原件/, /复印件|扫描件/],
  [/\boriginals?\b/, /\bcop(?:y|ies)\b/],
  [/\bdebit\b|借记卡|储蓄卡/, /\bcredit cards?\b|信用卡/, /\bcash\b|现金/, /\bcheque?s?\b|支票/, /\bbank transfers?\b|转账/],
  [
    /\bper order\b|每单|每笔/,
    /\bper item\b|每件/,
    /\bper (?:person|guest|user|seat)\b|每人|每位/,
    /\bper room\b|每间/,
    /\bper night\b|每晚/,
    /\bper (?:claim|case)\b/,
  ],
  [/\bannual(?:ly)?\b|\byearly\b|年付/, /\bmonthly\b|月付/, /\bweekly\b/, /\bdaily\b/],
  [/\bsenders?\b|寄件人|发件人/, /\brecipients?\b|\baddressee\b|收件人/],
  [/\bparents?\b|家长|监护人/, /\bfriends?\b|朋友/, /\bspouses?\b|配偶/],
  [/本人|机主/, /他人|家人|代办/],
  [/\badults?\b|成人/, /\bchild(?:ren)?\b|\bkids?\b|儿童|小孩/],
  [/身份证/, /护照/, /户口[本簿]/],
  [
    /\bby e-?mail\b|邮件/,
    /\bby (?:text|sms)\b|短信/,
    /\bby phone\b|电话/,
    /站内信/,
    /\blive chat\b|在线客服/,
    /\bin (?:a|the) (?:branch|store)\b|门店|营业厅/,
  ],
  [
    /\bold (?:address|number|phone|password|device|key)\b|[旧原](?:手机|号码|地址|密码)/,
    /\bnew (?:address|number|phone|password|device|key)\b|新(?:手机|号码|地址|密码)/,
  ],
  [/\b(?:we|us) (?:have )?receiv\w*|\bwe get\b|仓库?收到|我们收到/, /\byou (?:have )?(?:ship|send|post|mail)\w*|您?寄(?:出|回)/],
  [/\b(?:day|evening|night) before\b|前一[天日晚]/, /\b(?:on|of) the day of\b|\bthe same day\b|当[天日]/],
  [/城区|市区/, /乡镇|农村/, /偏远/],
  [/开馆|营业时间|开放/, /闭馆|休息|不开放/],
  [/全额|全部|\b(?:in )?full(?:y)?\b/, /部分|一半|\bhalf\b|\bpart(?:ly|ial(?:ly)?)?\b|\d+\s?%/],
  [/(?<=\p{Script=Han})(?:之|以)?前|\bbefore\b/u, /(?<=\p{Script=Han})(?:之|以)?后|\bafter\b/u],
]

/**
 * A thing in the place of another in what is otherwise the rule's own clause: "silver members" for "gold members", 「复印件」 for 「原件」,
 * "Monday to Friday" for "Monday to Thursday". Only of things that never are each other; other words in a rule's place are mostly synonyms.
 * Quadratic in the length of a clause.
 * @returns the word at fault, or null
 */
export function findSubstitution(sentence: string, rules: readonly IndexedRuleText[]): string | null {
  const ruled = rules.flatMap((rule) => rule.sentences.flatMap(({ text }) => [text, ...text.split(COMMA)]))
  for (const clause of [sentence, ...sentence.split(COMMA)]) {
    const drafted = tokensOf(clause)
    if (drafted.length < 4) continue
    const copies = ruled
      .map((text) => ({ text, copied: copiedShare(drafted, tokensOf(text)) }))
      .filter(({ copied }) => copied >= MIN_COPIED)
      .sort((one, other) => other.copied - one.copied || one.text.length - other.text.length)
    const [best] = copies
    // What a clause has word for word in any place of the rules, it has from there.
    if (!best || best.copied === 1) continue
    const words = CONTRASTS.flatMap((contrast) => replacedIn(clause, best.text, contrast))
    if (words[0] !== undefined) return words[0]
  }
  return null
}

/** What of these things the clause has and its rule has not, if the rule has another that the clause has not. */
function replacedIn(clause: string, rule: string, contrast: readonly RegExp[]): string[] {
  const inClause = contrast.map((thing) => thing.exec(clause.toLowerCase())?.[0])
  const inRule = contrast.map((thing) => thing.exec(rule.toLowerCase())?.[0])
  const isMissing = inRule.some((word, at) => word !== undefined && inClause[at] === undefined)
  return isMissing ? inClause.filter((word, at): word is string => word !== undefined && inRule[at] === undefined) : []
}

function tokensOf(text: string): string[] {
  return [...foldWidth(text).toLowerCase().matchAll(TOKEN)].slice(0, MAX_TOKENS).map(([token]) => [...textTerms(token)][0] ?? token)
}

/** The share of the draft's words that are its longest common subsequence with the rule's (Wagner and Fischer). */
function copiedShare(drafted: readonly string[], ruled: readonly string[]): number {
  const width = ruled.length + 1
  const lengths = new Uint16Array((drafted.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = 1; i <= drafted.length; i++)
    for (let j = 1; j <= ruled.length; j++)
      lengths[i * width + j] = drafted[i - 1] === ruled[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1))
  return at(drafted.length, ruled.length) / Math.max(1, drafted.length)
}
