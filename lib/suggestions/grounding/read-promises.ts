export type Promised = {
  /** What is promised: refund, compensation, resend, free, guarantee, discount, exception. */
  what: string
  /** The words that say it. */
  text: string
}

const PROMISES: readonly [what: string, words: RegExp][] = [
  ['refund', /退款|退钱|退还|返还|返现|全额退|\brefund\w*|money back|\breimburs\w*/i],
  ['compensation', /赔偿|赔付|补偿|赔您|赔给|包赔|理赔|假一赔|\bcompensat\w*|\bdamages paid/i],
  [
    'resend',
    /补发|重发|重新发货|再发一|换新|换货|更换|\breplacements?\b|\breplace (?:it|them|the|your)\b|\bresend\b|\breship\w*|\bsend (?:you )?(?:another|a new)|\bexchange[ds]?\b/i,
  ],
  [
    'free',
    /免费|包邮|免运费|免邮|免收|不收取?(?:任何)?费|赠送|送您|(?:无需|无须|不用|不需要?|不必)(?:再|另外?|额外)?(?:支付|付费|付款|付钱|交|缴纳?)|\bfree(?! to\b)(?! of stress)\b|\bno (?:extra |additional )?(?:charge|cost|fee)s?\b|\bcomplimentary\b|\bwaive\w*|\bon us\b/i,
  ],
  [
    'guarantee',
    /保证(?!金)|承诺|一定(?:会|能|可以|给|帮|为)|必定|肯定(?:会|能)|确保|绝对|\bguarante\w*|\bpromis\w*|\bdefinitely\b|\bcertainly (?:will|get)\b|\bwe(?:'| wi)ll make sure\b|\bassure\b/i,
  ],
  [
    'discount',
    /优惠券|代金券|红包|折扣|减免|降价|补差价|退差价|价保|\bdiscounts?\b|\bcoupons?\b|\bvouchers?\b|\bstore credit\b|\bprice match\w*/i,
  ],
  // A model has done nothing; a rule that says so of itself ("已为您") there is not.
  [
    'done',
    /(?:已经?|刚刚?)(?:经)?(?:为|帮|给)您(?!转)[^，。！？]{0,4}(?:取消|退款|修改|更改|办理|安排|登记|补发|申请|处理|提交|加急|开具|发货|改好|备注|催|延长|激活|重置)|\b(?:i|we)(?:['’]ve| have)(?: just| already| now)? (?:(?:re)?scheduled|cancel+ed|refunded|shipped|processed|updated|changed|corrected|issued|reset|arranged|booked|extended|upgraded|downgraded|sent|resent|(?:re|de)?activated|removed|deleted|added|applied|initiated|credited|replaced|approved|submitted|unlocked|blocked|unblocked|transferred|merged|fixed)\b/i,
  ],
  ['exception', /破例|特殊处理|例外|通融|(?<=\b(?:make|grant|allow|as) an )exception\b|\bexceptionally\b|\bjust this once\b/i],
]

// What is named to be denied: "store credit rather than a refund".
const DENIED_GIFT =
  /\b(?:rather than|instead of|not|no) (?:an? )?(?:full |partial )?(?:refund|exchange|replacement|discount)s?\b|\bnot (?:part of|covered by|under) (?:this|the|our) guarantee\b/gi
/** Other words in which a rule grants the same. */
const GRANTED_TOO: readonly [what: string, words: RegExp][] = [
  ['free', /\bincluded\b|包含|已含|不另收|自动减免/i],
  ['resend', /\breplace(?:d|able)\b/i],
]

/** What a rule speaks of granting: see `readPromises`. */
export function readGrants(rule: string): Set<string> {
  return new Set([
    ...readPromises(rule).map(({ what }) => what),
    ...GRANTED_TOO.filter(([, words]) => words.test(rule)).map(([what]) => what),
  ])
}

/** What a sentence promises, or speaks of granting: none of it may stand without a rule that speaks of it too. */
export function readPromises(text: string): Promised[] {
  const plain = text.replace(DENIED_GIFT, ' ')
  return PROMISES.flatMap(([what, words]) => {
    const match = words.exec(plain)
    return match ? [{ what, text: match[0] }] : []
  })
}

// A refusal of the main verb. Conditions ("不喜欢", "未使用", "not satisfied", "无理由") refuse nothing.
const REFUSES =
  /不可(?!抗|避免|思议|或缺|逆)|不得(?!不|已)|不能(?!不)|不(?:支持|提供|接受|受理|允许|予)|无法(?!使用|登录|打开|连接|收到|正常)|不(?:在|属于|包括|包含|含)(?!内)|(?:不|无法|不能|不可以?|不予|不得|不再|未能|禁止|谢绝|恕不|概不|无权)\s?(?:予以|再|能|可以?|提供)?(?:支持|可以|可[退换修改用叠]|能|接受|提供|享受|允许|办理|受理|退|换|补|赔|适用|参与|参加|包邮|免|报销|修改|更改|取消|使用|开具|发货|配送|承担|负责|保修|叠加|予|得|送货|寄)|\b(?:cannot|can['’]?t|can not|will not|won['’]?t|never|(?:unable|not able) to|no longer)\b|\b(?:does|do|is|are)(?: not|n['’]t) (?:accept|offer|support|provide|ship|deliver|allow|cover|refund|exchange|charge|refundable|returnable|eligible|covered|possible|available|included|accepted|allowed|free|return|combine|apply|give|pay)\w*|\bnot (?:be )?(?:refundable|returnable|eligible|covered|possible|available|included|accepted|allowed|returned|refunded|exchanged|combined|changed|cancelled)\b|\bnon-?(?:refundable|returnable)\b|\bno (?:refunds?|returns?|exchanges?)\b/i
const DOUBLE = /不能不|不得不|不可不|不仅|不但|不限于/g

/** A refusing clause before and behind the words that refuse: who is refused, and what; null when it refuses nothing. */
export function splitRefusal(clause: string): { subject: string; refused: string } | null {
  const plain = clause.replace(DOUBLE, '')
  const match = REFUSES.exec(plain)
  if (!match) return null
  // What is refused is often the end of the match: "不支持|退货", "cannot| be returned", "do not |ship".
  const words = match[0].replace(
    /^(?:不予|不得|不再|不可以?|不能|不|无法|未能|禁止|谢绝|恕不|概不|无权)|\b(?:not|cannot|never|no)\b|n['’]t\b/gi,
    ' ',
  )
  return { subject: plain.slice(0, match.index), refused: `${words} ${plain.slice(match.index + match[0].length)}` }
}

/** Whether a clause refuses: "不支持退货", "cannot be returned". */
export function isRefusing(clause: string): boolean {
  return REFUSES.test(clause.replace(DOUBLE, ''))
}
