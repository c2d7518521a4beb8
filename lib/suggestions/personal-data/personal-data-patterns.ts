import { isChineseId, isDate, isLuhn } from '@/lib/suggestions/personal-data/checksums'

export type PersonalDataKind =
  | 'email'
  | 'link'
  | 'secret'
  | 'id'
  | 'tracking'
  | 'order'
  | 'account'
  | 'card'
  | 'phone'
  | 'ip'
  | 'address'
  | 'name'

/** The word of a placeholder: `【手机号1】`, `【phone1】`. */
export const PLACEHOLDER_WORDS: Record<PersonalDataKind, { zh: string; en: string }> = {
  email: { zh: '邮箱', en: 'email' },
  link: { zh: '链接', en: 'link' },
  secret: { zh: '密码', en: 'secret' },
  id: { zh: '身份证号', en: 'id' },
  tracking: { zh: '快递单号', en: 'tracking' },
  order: { zh: '订单号', en: 'order' },
  account: { zh: '账号', en: 'account' },
  card: { zh: '银行卡号', en: 'card' },
  phone: { zh: '手机号', en: 'phone' },
  ip: { zh: 'IP', en: 'ip' },
  address: { zh: '地址', en: 'address' },
  name: { zh: '姓名', en: 'name' },
}

export type PersonalDataPattern = {
  /** null protects: what it finds is left as it is and nothing else may claim it. */
  kind: PersonalDataKind | null
  /** With the flags `dgu`; the group `v` is the value (the whole match when there is none). Every repetition is bounded. */
  pattern: RegExp
  /** What the pattern may have swallowed in front of the value. */
  trim?: RegExp
  accept?: (value: string, before: string) => boolean
}

const digitsOf = (value: string) => value.replace(/\D/g, '')
const UNIT =
  '(?:元|块|美元|万|亿|千|百|岁|天|日|号(?!楼)|月|年|周|小时|分钟|秒|个|件|台|双|条|箱|盒|包|瓶|套|部|次|份|积分|分|寸|英寸|克|斤|公斤|千克|毫升|升|米|厘米|毫米|平方|度|瓦|毫安|折|倍|%|％|人|位|折扣' +
  '|(?:usd|eur|gbp|cny|rmb|yuan|dollars?|euros?|pounds?|bucks|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|pieces?|pcs|items?|units?|points?|times?|percent|kg|g|lbs?|oz|cm|mm|m|km|inch(?:es)?|in|ml|l|gb|mb|tb|mah|w|v|x)(?![a-z]))'

// Surnames that cover more than nine Chinese names in ten (Ministry of Public Security, 2020), and the compound ones.
const SURNAME =
  '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|慕容|令狐|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝])'
const NAME_END = '(?=[\\s,，.。;；!！?？、)）:：]|$|的(?!士)|[,，]|是|，|电话|手机|在|想|要|买|购|于|订)'
const NOT_A_NAME =
  /会员|用户|客户|顾客|学生|买家|卖家|老师|金卡|白金|黄金|全新|新手|新人|老客|安卓|和你|时候|明天|成功|任何|方便|向来|应该|连续|全部|单位|商家|高级|华为|米粉/
const ENGLISH_WORD_NOT_NAME =
  /^(?:Not|Very|So|From|A|An|The|Still|Writing|Trying|Looking|Unable|Happy|Sorry|Gold|Silver|Premium|Prime|Just|Really|Now|Also|Having|Using|In|On|At|Your|My|Waiting|Is|Was|Very|New|Black|Friday|Customer|Order|Product|Free|Monday|Tuesday|Wednesday|Thursday|Saturday|Sunday)\b/

// In order: an earlier pattern owns what it found. Those with a label in front ("订单号", "order #") know best.
export const PERSONAL_DATA_PATTERNS: readonly PersonalDataPattern[] = [
  { kind: 'email', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/dgu },
  {
    kind: 'link',
    pattern: /https?:\/\/[^\s<>"'，。；！？、（）【】「」]{3,2000}/dgu,
    accept: (url) =>
      /[?&#;](?:[\w-]{0,20}(?:token|key|sig|signature|auth|session|sid|code|secret|password|pwd|ticket|uid|user|userid|email|phone|mobile|order|orderid|order_id|orderno)|access)=/i.test(
        url,
      ) ||
      /^https?:\/\/[^/]{1,100}@/.test(url) ||
      /\/(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[A-Za-z])[\w-]{24,}(?:[/?#]|$)/.test(url),
  },
  { kind: null, pattern: /https?:\/\/[^\s<>"'，。；！？、（）【】「」]{3,2000}/dgu },
  {
    kind: 'secret',
    pattern:
      /(?:密码|口令|验证码|password|passcode|verification code|pin code)\s{0,3}(?:[:：]|是|为|is)\s{0,3}(?<v>[!-+\--:<-~]{4,40})/dgiu,
    accept: (v) => /[\dA-Za-z]/.test(v) && /[\d\W_]/.test(v),
  },
  {
    kind: 'id',
    pattern:
      /(?:身份证(?:号码?)?|identity (?:card|number)|id (?:card|number)|passport(?: number| no\.?)?|护照(?:号码?)?)\s{0,3}(?:[:：#]|是|为|is)?\s{0,3}(?<v>[A-Za-z]{0,2}\d{6,17}[\dXx]?)(?![\dA-Za-z])/dgiu,
  },
  { kind: 'id', pattern: /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/dgu, accept: isChineseId },
  {
    kind: 'tracking',
    pattern:
      /(?:快递单号|运单号?|物流单号|快递号|tracking(?: number| no\.?| id| code)?|waybill)\s{0,3}(?:[:：#]|是|为|is)?\s{0,3}#?(?<v>[A-Za-z]{0,4}\d[\dA-Za-z-]{5,29})(?![\dA-Za-z])/dgiu,
  },
  {
    kind: 'order',
    pattern:
      /(?:订单(?:编号|号码|号|尾号)|单号|流水号|交易号|order (?:number|no\.?|id|ref(?:erence)?)|order\s?#|invoice (?:number|no\.?|#)|ref(?:erence)?(?: number| no\.?)?\s?[:#])\s{0,3}(?:[:：#]|是|为|is)?\s{0,3}#?(?<v>[A-Za-z]{0,6}[-_]?\d[\dA-Za-z_-]{2,35})(?![\dA-Za-z])/dgiu,
  },
  // A plain "订单 20260101123" or "order 4711-22": no amount, no date, no count.
  {
    kind: 'order',
    pattern: new RegExp(
      `(?:订单|order)\\s{0,3}(?:[:：]|是)?\\s{0,3}(?<v>(?:[A-Za-z]{1,6}-?)?\\d[\\dA-Za-z-]{4,35})(?![\\dA-Za-z.,:])(?!\\s{0,2}${UNIT})`,
      'dgiu',
    ),
    accept: (v) => digitsOf(v).length >= 5 && !/^\d{4}-\d{1,2}-\d{1,2}$/.test(v),
  },
  { kind: 'order', pattern: /#(?<v>(?:[A-Za-z]{1,4}-?)?\d{3,20})(?![\dA-Za-z])/dgu },
  {
    kind: 'account',
    pattern:
      /(?:微信号?|wechat(?: id)?|QQ号?|支付宝(?:账号|账户)?|会员号|会员编号|member(?:ship)? (?:number|no\.?|id)|account (?:number|no\.?))\s{0,3}(?:[:：#]|是|为|is)\s{0,3}(?<v>[A-Za-z0-9][\w-]{4,29})/dgiu,
    accept: (v) => /\d|_/.test(v),
  },
  // Service numbers belong to nobody.
  { kind: null, pattern: /(?<!\d)(?:400|800)[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)/dgu },
  {
    kind: 'phone',
    pattern:
      /(?:手机号?码?|电话号?码?|联系方式|致电|phone(?: number)?|mobile(?: number)?|tel|cell|call me (?:at|on)|reach me (?:at|on)|whatsapp)\s{0,3}(?:[:：.]|是|为|is)?\s{0,3}(?<v>\+?\d(?:[ ().-]{0,2}\d){6,14})(?!\d)/dgiu,
    accept: (v) => !/^[48]00/.test(digitsOf(v)),
  },
  { kind: 'phone', pattern: /(?<![\dA-Za-z+.-])(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Za-z])/dgu },
  {
    kind: 'phone',
    pattern: /(?<![\dA-Za-z])\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}(?!\d)/dgu,
    accept: (v) => digitsOf(v).length >= 8 && digitsOf(v).length <= 15,
  },
  { kind: 'phone', pattern: /(?<![\d-])(?:\(0\d{2,3}\) ?|0\d{2,3}-)[2-9]\d{6,7}(?:-\d{1,5})?(?![\d-])/dgu },
  { kind: 'phone', pattern: /(?<![\dA-Za-z-])(?:\([2-9]\d{2}\) ?|[2-79]\d{2}[-. ])\d{3}[-. ]\d{4}(?![\d-])/dgu },
  { kind: 'phone', pattern: /(?<!\d)07\d{3} ?\d{3} ?\d{3}(?!\d)/dgu },
  {
    kind: 'address',
    pattern: /(?:地址|住址)(?:改?(?:是|为|成|到))?\s{0,2}[:：]?\s{0,2}(?<v>[\p{Script=Han}][\p{Script=Han}A-Za-z\d()（）#-]{5,60})/dgu,
    accept: (v) => (v.match(/[省市区县镇乡路街道巷弄号村栋幢室楼座]/g) ?? []).length >= 2 && /\d|[省市][^\s]{2,}[区县]/.test(v),
  },
  {
    kind: 'address',
    pattern:
      /(?<v>(?:[\p{Script=Han}]{2,8}?(?:省|自治区))?(?:[\p{Script=Han}]{2,7}?市)?(?:[\p{Script=Han}]{1,7}?(?:区|县|旗))?(?:[\p{Script=Han}]{1,8}?(?:镇|乡|街道))?[\p{Script=Han}\d]{1,8}?(?:路|大街|街|大道|巷|弄|胡同|村|小区|花园|公寓|大厦)[\p{Script=Han}]{0,6}?\d{1,5}\s?(?:号|弄|栋|幢|座|室)(?:[\p{Script=Han}A-Za-z\d-]{0,16}?(?:室|楼|栋|幢|单元|座|层)(?:\d{1,5}室?)?){0,3})/dgu,
    trim: /^\p{Script=Han}{0,6}?(?:住在|家在|寄[到往去给]|送[到去往]|发[到往去]|改[到成为]|地址是|请寄(?!到)|在|到|是)/u,
  },
  // Amounts, counts and dates are what a ticket is about.
  { kind: null, pattern: /(?:[¥￥$€£]|rmb|cny|usd|eur|gbp)\s?\d[\d,.]{0,20}/dgiu },
  { kind: null, pattern: new RegExp(`(?<![\\d.])\\d[\\d,.]{0,12}\\s?${UNIT}`, 'dgiu') },
  { kind: null, pattern: /(?<!\d)(?:19|20)\d{2}[-./年]\d{1,2}(?:[-./月]\d{1,2})?(?!\d)/dgu },
  { kind: null, pattern: /(?<!\d)\d{8}(?!\d)/dgu, accept: isDate },
  {
    kind: 'tracking',
    pattern:
      /(?<![\dA-Za-z])(?:SF\d{12,13}|(?:YT|JD|JT|ZTO|STO|JDV|JDX|EMS|DPK|YD|HT)[A-Z]{0,2}\d{9,15}|1Z[\dA-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2})(?![\dA-Za-z])/dgiu,
  },
  {
    kind: 'card',
    pattern: /(?<![\dA-Za-z-])\d{4}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,3})?(?![\dA-Za-z-])/dgu,
    accept: (v, before) => (digitsOf(v).length >= 13 && isLuhn(digitsOf(v))) || /(?:卡号|card(?: number)?)\s?[:：是]?\s?$/i.test(before),
  },
  {
    kind: 'ip',
    pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/dgu,
    accept: (_v, before) => !/(?:版本|固件|version|firmware|release|\bv)\s?[:：号]?\s?$/i.test(before),
  },
  { kind: 'ip', pattern: /(?<![\w:])(?:[\da-f]{1,4}:){5,7}[\da-f]{1,4}(?![\w:])/dgiu },
  { kind: 'order', pattern: /(?<![\dA-Za-z-])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\dA-Za-z-])/dgiu },
  { kind: 'order', pattern: /(?<![\dA-Za-z])\d{10,32}(?![\dA-Za-z])/dgu },
  {
    kind: 'order',
    pattern: /(?<![\dA-Za-z-])[A-Z]{1,6}[-_]?\d{4,12}(?:[-_]?\d{2,12}){0,3}(?![\dA-Za-z])/dgu,
    accept: (v, before) => digitsOf(v).length >= 6 && !/(?:型号|货号|款号|model|sku|part)(?: number| no\.?)?\s?[:：是#]?\s?$/i.test(before),
  },
  {
    kind: 'address',
    pattern:
      /(?<![\w$€£.])\d{1,5}[A-Z]?,? (?:(?:[NSEW]|North|South|East|West)\.? )?(?:[A-Z][A-Za-z']{1,20} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Square|Sq|Place|Pl|Terrace|Close)\b\.?(?:,? (?:Apt|Apartment|Suite|Unit|Flat|#)\.? ?#?\w{1,6})?(?:, ?[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}){0,2}(?:,? [A-Z]{2}\b)?(?:,? \d{5}(?:-\d{4})?)?/dgu,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:我叫|我的名字(?:是|叫)|我姓名|姓名|收件人|收货人|收货信息|联系人|户名|持卡人|真名)(?:是|叫|为|改成|改为)?\\s{0,2}[:：]?\\s{0,2}(?<v>${SURNAME}[\\p{Script=Han}]{1,2}?)${NAME_END}`,
      'dgu',
    ),
    accept: (v) => !NOT_A_NAME.test(v),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:我叫|姓名[:：是]|收件人[:：是]|收货人[:：是]|联系人[:：是])\\s{0,2}(?<v>${SURNAME}[\\p{Script=Han}]{1,2})`,
      'dgu',
    ),
    accept: (v) => !NOT_A_NAME.test(v),
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?:我是|本人)\\s{0,2}(?<v>${SURNAME}[\\p{Script=Han}]{1,2})(?=[\\s,，.。;；!！?？、]|$)`, 'dgu'),
    accept: (v) => !NOT_A_NAME.test(v),
  },
  {
    kind: 'name',
    pattern:
      /(?:[Mm]y (?:full )?name is|[Mm]y name's|\b(?:[Ff]ull )?[Nn]ame\s?:|[Rr]ecipient\s?:)\s{0,3}(?<v>[A-Z][\p{L}'’-]{1,20}(?: [A-Z][\p{L}'’.-]{0,20}){0,3})/dgu,
  },
  {
    kind: 'name',
    pattern: /(?:\bI am|\bI['’]m|\b[Tt]his is)\s(?<v>[A-Z][a-z\u00C0-\u024F'’-]{1,20} [A-Z][a-z\u00C0-\u024F'’-]{1,20})(?=[\s,.!;]|$)/dgu,
    accept: (v) => !ENGLISH_WORD_NOT_NAME.test(v),
  },
  { kind: 'name', pattern: /\b(?:Mr|Mrs|Ms|Miss)\.? (?<v>[A-Z][a-z'’-]{1,20}(?: [A-Z][a-z'’-]{1,20})?)/dgu },
]
