/** One of several things of which a rule says one: who pays, where money goes, from when a period runs. */
export type Claim = {
  /** Whatever is claimed of the same `what` excludes the others: "buyer" and "seller" of "payer". */
  what: string
  value: string
  /** The words that say it. */
  text: string
}

const RIVALS: readonly [what: string, value: string, pattern: RegExp][] = [
  [
    'payer',
    'buyer',
    /(?:买家|用户|顾客|客户|消费者|会员|个人|自己|自行|您)(?:需要?|须|要|得|来|自行|自己){0,3}(?:承担|负担|出运费)|自理|自费|自付|\b(?:you|buyers?|customers?)(?:['’]ll| will| would| must| (?:have|need) to)? (?:pay|cover|bear)\b|\bat your (?:own )?(?:expense|cost)\b/gi,
  ],
  [
    'payer',
    'seller',
    /(?:我们|我方|商家|卖家|平台|店家|店铺|本店|公司)(?:这边|会|将|来|全额|统一){0,3}(?:承担|负担|报销|出运费)|\b(?:we|the (?:shop|seller|store))(?:['’]ll| will| would)? (?:pay|cover|bear)\b|\b(?:at our (?:own )?(?:expense|cost)|on us)\b/gi,
  ],
  ['medium', 'paper', /纸质|\bpaper (?:cop(?:y|ies)|invoices?|receipts?|bills?)|\bhard cop(?:y|ies)\b|\bprinted\b/gi],
  ['medium', 'electronic', /电子(?=发票|票|版|凭证|保单|账单)|\belectronic\b|\bdigital\b|\be-?(?:invoice|receipt)s?\b|\bas a pdf\b/gi],
  [
    'destination',
    'original',
    /原路|原(?:支付|付款)(?:方式|渠道|账户)|\b(?:original (?:payment|method|card|form)|same (?:card|payment)|way you paid)/gi,
  ],
  [
    'destination',
    'balance',
    /(?:退|返)(?:还|回|款)?(?:到|至|入|进)(?:您的)?(?:账户|店铺|会员|平台)?(?:余额|钱包)|\b(?:as|to|into|in) (?:your |a )?(?:store credit|wallet|account balance|gift card)\b/gi,
  ],
]

/** From when a period runs. To buy, to order and to pay are one. */
const STARTS: readonly [value: string, english: string, han: string][] = [
  ['receipt', 'deliver\\w*|receiv\\w*|receipt|arriv\\w*', '签收|收货|收到(?:商品|货物?|包裹)?|到货|送达|妥投'],
  ['purchase', 'purchas\\w*|order(?:ing|ed)|plac(?:ing|ed)|buying|bought|payment|paying', '下单|购买|拍下|付款|支付'],
  ['dispatch', 'dispatch\\w*|shipment|shipp(?:ed|ing out)|posting', '发货|寄出|出库'],
  ['completion', 'completion|completed', '(?:订单|交易)?完成'],
  ['invoice', 'invoic\\w*|billing', '开票|出账|账单日?'],
  ['approval', 'approv\\w*', '审核(?:通过)?|审批(?:通过)?'],
]
const ENGLISH_START = new RegExp(
  `\\b(?:of|after|from|since|following)(?: (?:the|your|their|its|our|an?|being|date|day|time|of)){0,4} (?:${STARTS.map(([, english]) => `(${english})`).join('|')})\\b`,
  'gi',
)
const HAN_START = new RegExp(
  `(?:${STARTS.map(([, , han]) => `(${han})`).join('|')})(?:成功)?(?:之日|当[日天]|日期?|时间)?(?:之后|以后|后|算?起|以来|(?=\\s?[\\d一二三四五六七八九十半两]))`,
  'g',
)

/** The claims of a text, in no order. Linear in its length. */
export function readClaims(text: string): Claim[] {
  return RIVALS.flatMap(([what, value, pattern]) => [...text.matchAll(pattern)].map((match) => ({ what, value, text: match[0] })))
}

/** What the periods of a text run from: "within 30 days of delivery", 「自签收之日起」. */
export function readStarts(text: string): Claim[] {
  return [ENGLISH_START, HAN_START].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const at = match.slice(1).findIndex((group) => group !== undefined)
      return { what: 'start', value: STARTS[at]?.[0] ?? '', text: match[0] }
    }),
  )
}

const MOST_BEFORE =
  /(?:最多|至多|最长|最高|不超过|不多于|上限为?)[^\d，。]{0,6}$|\b(?:up to|at most|no more than|not more than|a maximum of|within|under|less than|below)\s[^\d,.;]{0,4}$/i
const MOST_BEHIND = /^\s?\p{Script=Han}{0,2}?(?:之内|以内|内|以下)/u
const LEAST_BEFORE =
  /(?:最少|至少|最低|最短|不少于|不低于|起码|超过|超出)[^\d，。]{0,6}$|\b(?:at least|no less than|not less than|a minimum of|more than|over|above|after)\s[^\d,.;]{0,4}$/i
const LEAST_BEHIND = /^\s?\p{Script=Han}{0,2}?(?:以上|起|之?后|以后)/u

// "Up to 24 hours before" is at least 24 hours before: such numbers are left alone.
const COUNTS_BACK = /^\s?\S{0,6}\s?(?:before|prior|ahead|in advance|earlier)\b|^\s?\p{Script=Han}{0,2}?(?:之?前|以前)/u

/** Whether the number between these places is the most or the least of something; null where nothing is said. */
export function boundOf(text: string, start: number, end: number): 'most' | 'least' | null {
  const [before, behind] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 16)]
  if (COUNTS_BACK.test(behind)) return null
  if (MOST_BEFORE.test(before) || MOST_BEHIND.test(behind)) return 'most'
  return LEAST_BEFORE.test(before) || LEAST_BEHIND.test(behind) ? 'least' : null
}

/**
 * What a model likes to add, and a customer holds us to: one of the words of a group has to stand in the rule as well, or, where it is not for us to grant,
 * in the ticket.
 */
const ADDITIONS: readonly { added: RegExp; said: RegExp; isCustomers?: true }[] = [
  {
    added: /想\S{1,4}几\S都|多少次都|次数不限|\bas (?:often|many|much|long) as (?:you|they) (?:like|want|wish)\b/gi,
    said: /不限|无限|多少|\b(?:as (?:often|many|much|long) as|unlimited|any number|no limits?)\b/i,
  },
  {
    added:
      /全场|所有(?!权)|任何(?!其他)?(?!问题|疑问|帮助|需要)|一律|随时|永久|终身|终生|无限(?:次|期)?|不限(?!于)|始终|全天|\b(?:all (?:orders|items|products|purchases|returns|plans|customers|countries)|(?:any|every) (?:time|item|order|product|reason|country|member|user|customer|plan|room|device|account|store|class)|any(?:time|one)|every(?:one|body)|always|unlimited|no limits?|lifetime|forever|worldwide|24\/7|around the clock)\b/gi,
    said: /全场|所有|任何|一律|随时|永久|终身|终生|无限|不限|始终|全天|24\s?小时|均|都|各|全部|\b(?:all|any(?:time|one)?|every(?:one|body)?|each|always|unlimited|limits?|lifetime|forever|worldwide|24\/7|whenever|around the clock|24 hours)\b/i,
  },
  {
    added:
      /(?:无需|无须|不需要|不需(?!要)|不用|不必|毋需)(?!您?(?:担心|着急|操作|准备|自备|再次?|重复|另外|进行任何操作|做任何|付|支付|另付|额外|费用|花费|交|缴))|\b(?:no need (?:to(?! worry)|for)|(?:don['’]t|do not|doesn['’]t|does not) (?:need|have) (?:to(?! (?:worry|do anything))|an?|the|any|your)\b|(?:not|never) (?:required|necessary|needed)|no [a-z]+(?: [a-z]+)? (?:is |are )?(?:required|needed|necessary))/gi,
    said: /无需|无须|不需|不用|不必|毋需|免(?!费)|自动|\b(?:no need|(?:not|n['’]t) (?:need|have to|require)|without|not (?:required|needed|necessary)|no \w+(?: \w+)? (?:is |are )?(?:required|needed|necessary)|free|automatic(?:ally)?|optional)\b/i,
  },
  {
    added:
      /(?<!请您?[^，。]{0,3})(?:立即|立刻|马上|即刻|即时|实时|当场)|秒(?:到|退)|(?<!please [^.;,]{0,40})\b(?:immediately|instantly?|right away|at once|straight away)\b/gi,
    said: /立即|立刻|马上|即刻|即时|即可?[退到返]|实时|当场|秒|\b(?:immediate(?:ly)?|instant(?:ly)?|right away|at once|straight away|as soon as)\b/i,
  },
  {
    added: /致电|拨打|热线|打电话|电话(?:联系|咨询)|\b(?:call(?:ing)? us|(?:by|over the|on the) (?:tele)?phone|hotline|give us a call)\b/gi,
    said: /电话|致电|拨打|热线|\b(?:call(?:ing)?|(?:tele)?phone|hotline)\b|\d{3,4}-\d{3}/i,
    isCustomers: true,
  },
  {
    added: /(?:发|写)(?:一封)?(?:电子)?邮件|邮件(?:联系|给我们)|\b(?:e-?mail(?:ing)? us|by e-?mail|send us an e-?mail)\b/gi,
    said: /邮件|邮箱|\be-?mail|@/i,
    isCustomers: true,
  },
  {
    added: /周末|周[六日]|双休日|节假日|\b(?:weekends?|saturdays?|sundays?|(?:public |bank )?holidays)\b/gi,
    said: /周末|周[六日]|双休日|节假日|每天|每日|全年|\b(?:weekends?|saturdays?|sundays?|holidays|daily|every day|seven days)\b/i,
    isCustomers: true,
  },
  {
    added: /纸质|\b(?:paper (?:cop(?:y|ies)|invoices?|receipts?)|hard cop(?:y|ies)|by post)\b/gi,
    said: /纸质|邮寄|\b(?:paper|hard cop|post(?:ed|al)?)\b/i,
  },
  {
    added: /当天(?!起)|今天|今日|明天|明日|本周|下周|\b(?:same[- ]day|today|tomorrow|(?:this|next) week)\b/gi,
    said: /当天|当日|今天|今日|明天|次日|本周|下周|\b(?:same[- ]day|today|tomorrow|next day|(?:this|next) week)\b/i,
    isCustomers: true,
  },
]

/**
 * The words of a sentence that promise more than the rules have words for.
 *
 * @returns null where there are none
 */
export function findAddition(sentence: string, known: { rules: string; ticket: string }): string | null {
  for (const { added, said, isCustomers } of ADDITIONS) {
    const [first] = sentence.match(added) ?? []
    if (first !== undefined && !said.test(known.rules) && !(isCustomers && said.test(known.ticket))) return first
  }
  return null
}
