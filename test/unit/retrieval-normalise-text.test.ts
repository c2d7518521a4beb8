import { describe, expect, it } from 'vitest'
import { normaliseText } from '@/lib/retrieval/normalise-text'

describe('normaliseText', () => {
  it.each([
    // width, case, signs, spaces
    ['ＡＢＣ１２３！！', 'abc123'],
    ['  Hello,   WORLD!!  ', 'hello world'],
    ['退货？退款！', '退货 退款'],
    ['zero\u200bwidth\u00ad', 'zerowidth'],
    ['', ''],
    ['?!…。', ''],
    // numbers
    ['It costs 3.50.', 'it costs 3.50'],
    ['¥1,299 or 1,2', '1299 or 1 2'],
    ['$1,299 or 1,2', '1299 or 1 2'],
    ['七天无理由', '7天无理由'],
    ['十五天内、二十个工作日、两年', '15天内 20个工作日 2年'],
    ['一十二天', '12天'],
    // Traditional → Simplified, with Taiwan's words
    ['請問運費誰負擔', '请问运费谁负担'],
    ['軟體和滑鼠', '软件和鼠标'],
    // ways to ask
    ['如何退货', '怎么退货'],
    ['咋退货', '怎么退货'],
    ['怎麼辦理退貨', '怎么退货'],
    ['为啥不发货', '为什么不发货'],
    ['啥时候发货', '什么时候发货'],
    ['能不能开发票', '可以开发票'],
    ['几天能到', '多久能到'],
    ["I can’t log in, it's broken", 'i can not log in it is broken'],
    ["I don't; they won't", 'i do not they will not'],
    ['How can I return it?', 'how to return it'],
    ['How do you ship?', 'how do you ship'],
    ["The shop's address", 'the shop address'],
    ['Am I allowed to return it', 'can i return it'],
  ])('%j becomes %j', (text, normalised) => {
    expect(normaliseText(text)).toBe(normalised)
  })

  it.each(['怎么樣才能退貨呢？？', "How CAN'T I…", '七天 ３.５kg', '\u0000\ud800broken', 'İstanbul'])(
    '%j does not change when normalised again',
    (text) => {
      const once = normaliseText(text)
      expect(normaliseText(once)).toBe(once)
    },
  )

  // Half a second altogether; where the time grew with the square of the length, it would be hours.
  it('comes to an end on a million of one sign', () => {
    const lengths = ["'", '.', ',', '十', 'a', ' ', '1,'].map((sign) => normaliseText(sign.repeat(1_000_000)).length)
    expect(lengths).toEqual([0, 0, 0, 1_000_000, 1_000_000, 0, 1_999_999])
  })
})
