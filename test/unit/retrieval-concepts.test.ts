import { describe, expect, it } from 'vitest'
import { ACCOUNTS } from '@/lib/retrieval/concepts/accounts'
import { ASKING } from '@/lib/retrieval/concepts/asking'
import { BROKERAGE } from '@/lib/retrieval/concepts/brokerage'
import { LIFE } from '@/lib/retrieval/concepts/life'
import { MONEY } from '@/lib/retrieval/concepts/money'
import { SERVICE } from '@/lib/retrieval/concepts/service'
import { SHOP } from '@/lib/retrieval/concepts/shop'
import { SOFTWARE } from '@/lib/retrieval/concepts/software'
import { TELECOM } from '@/lib/retrieval/concepts/telecom'
import { TRAVEL } from '@/lib/retrieval/concepts/travel'
import { parseConcepts } from '@/lib/retrieval/parse-concepts'
import { conceptImportance } from '@/lib/retrieval/read-concepts'
import { clean } from '@/lib/retrieval/read-question'
import { readTerms } from '@/lib/retrieval/read-terms'

const TABLES = [ACCOUNTS, ASKING, BROKERAGE, LIFE, MONEY, SERVICE, SHOP, SOFTWARE, TELECOM, TRAVEL]
const concepts = TABLES.flatMap(parseConcepts)
const conceptsOf = (text: string) => readTerms(clean(text)).concepts
const shared = (one: string, other: string) => conceptsOf(one).filter((concept) => conceptsOf(other).includes(concept))
const repeated = (entries: string[]) => entries.filter((entry, at) => entries.indexOf(entry) !== at)

describe('the tables of concepts', () => {
  it('name each concept once, over all tables', () => {
    expect(repeated(concepts.map(({ label }) => label))).toEqual([])
  })

  it('have no line that joins nothing', () => {
    expect(concepts.filter(({ english, han }) => english.length + han.length < 2).map(({ label }) => label)).toEqual([])
  })

  it('have no entry twice in a line', () => {
    expect(concepts.flatMap(({ english, han }) => [...repeated(english), ...repeated(han)])).toEqual([])
  })

  it('have English in lower case with at most one ending open, Han in Simplified characters alone', () => {
    const wrong = concepts.flatMap(({ english, han }) => [
      ...english.filter((entry) => !/^[a-z\d]([a-z\d' /-]*[a-z\d])?\*?$/.test(entry)),
      ...han.filter((entry) => !/^\p{Script=Han}+$/u.test(entry)),
    ])
    expect(wrong).toEqual([])
  })

  it('let every entry be found by what it says', () => {
    const silent = concepts.flatMap(({ label, english, han }) =>
      [...english.map((entry) => entry.replace('*', '')), ...han].filter((entry) => !conceptsOf(entry).includes(`≈${label}`)),
    )
    expect(silent).toEqual([])
  })
})

describe('readTerms, what is meant', () => {
  it.each([
    ['terminate the contract', 'cancel it'],
    ['get my money back', 'a refund'],
    ['turn them off', 'disable it'],
    ['the cash machine', 'an ATM'],
    ['acct', 'my account'],
    ['2FA', 'two-factor authentication'],
    ['my coworker', 'a team member'],
    ['到帐', '入账'],
    ['登不上', '进不去'],
    ['登陆', '登录'],
    ['开个户', '开户'],
    ['卡弄丢了', '挂失'],
    ['卡被冻住了', '账户冻结'],
    ['打新', '新股申购'],
    ['去日本換點日幣', '外币兑换'],
    ['網銀', '网上银行'],
    ['忘記密碼', 'forgot my password'],
    ['怎么 reset 密码', '如何重置密码'],
    ['refund 多久到账', '退款多久到账'],
    ['can my dog stay', '可以带宠物吗'],
    ['发票', 'I need a receipt'],
  ])('%j and %j share a concept', (one, other) => {
    expect(shared(one, other)).not.toEqual([])
  })

  it.each([
    ['a new customer', 'customs duties'],
    ['something new', 'read the news'],
    ['share a board', 'a boarding pass'],
    ['a stored payment', 'your store'],
    ['退订', '退货'],
    ['卡顿', '银行卡'],
    ['还没好', '还款'],
    ['贺卡', '信用卡'],
  ])('%j and %j share none', (one, other) => {
    expect(shared(one, other)).toEqual([])
  })

  it('lets what only says how something is asked count less', () => {
    expect(conceptImportance('≈when')).toBeLessThan(conceptImportance('≈refund'))
  })
})
