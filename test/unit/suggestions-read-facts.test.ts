import { describe, expect, test } from 'vitest'
import { isKnownFact, readFacts } from '@/lib/suggestions/grounding/read-facts'

/** Facts of `text` that `source` does not have, as written. */
const unknown = (text: string, source: string) => {
  const known = readFacts(source)
  return readFacts(text)
    .filter((fact) => !isKnownFact(fact, known))
    .map((fact) => fact.text)
}

describe('the same fact, written otherwise', () => {
  test.each([
    ['七天内可退', '自签收起7天内'],
    ['7日内', '７天内'],
    ['7天', '168小时 / 1周'],
    ['within seven days', 'within 7 days'],
    ['within a week', '7 days'],
    ['a 30-day window', '30 days'],
    ['两个工作日', '2个工作日'],
    ['5 business days', 'five working days'],
    ['48小时内', '两天内'],
    ['满1000元', '满1,000元'],
    ['满1万元', '满10000元'],
    ['¥99', '99元'],
    ['RMB 99', '￥99'],
    ['$5', '5 dollars'],
    ['五折', '5折'],
    ['10%', '百分之十'],
    ['百分之10', '10 percent'],
    ['半年', '6个月'],
    ['一年', '12个月'],
    ['one year', '12 months'],
    ['十五天', '15日'],
    ['二十四小时', '24小时'],
    ['2026年11月20日', '2026-11-20'],
    ['11月20日', '2026/11/20'],
    ['Nov 20', '2026年11月20日'],
    ['20th November 2026', '2026-11-20'],
    ['下午6点', '18:00'],
    ['6 pm', '18:00'],
    ['9:00-18:00', '9:00至18:00'],
    ['3-5天', '3至5天'],
    ['限2件', '限2个'],
    ['400-820-8820', '4008208820'],
    ['138 1234 5678', '13812345678'],
    ['Help@Shop.example', 'help@shop.example.'],
    ['https://shop.example/help。', 'www.shop.example/help'],
    ['shop 看 https://shop.example', 'https://shop.example/help'],
    ['退货[1]，电话【手机号1】', ''],
    ['周一至周五，每周三', ''],
    ['第一次，一般，一定，一起', ''],
    ['1. 打开\n2. 点击', ''],
  ])('%j is known from %j', (text, source) => {
    expect(unknown(text, source)).toEqual([])
  })
})

describe('another fact', () => {
  test.each([
    ['15天内可退', '7天内可退', ['15天']],
    ['7天内到账', '7个工作日内到账', ['7天']],
    ['满99元', '满99件', []],
    ['满199元包邮', '满99元包邮', ['199元']],
    ['赔付100元', '赔付$100', ['100元']],
    ['10倍赔偿', '赔偿10元', ['10倍']],
    ['about 1.5 kg', '15 kg', ['1.5 kg']],
    ['12月1日', '11月12日', ['12月1日']],
    ['2025-11-20', '2026-11-20', ['2025-11-20']],
    ['8:00', '18:00', ['8:00']],
    ['百分之五', '5元', ['百分之五']],
    ['https://evil.example/pay', 'https://shop.example/pay', ['https://evil.example/pay']],
    ['https://shop.example/pay', 'https://shop.example', ['https://shop.example/pay']],
    ['a@evil.example', 'a@shop.example', ['a@evil.example']],
    ['电话 400-111-2222', '电话 400-820-8820', ['400-111-2222']],
    ['三个月', '3年', ['三个月']],
    ['2.5折', '25折', ['2.5折']],
  ])('%j against %j', (text, source, facts) => {
    expect(unknown(text, source)).toEqual(facts)
  })
})

test('places are places in the text', () => {
  const text = '您好，Ｆｕｌｌ　７天内，¥1,299.50 退到 A@b.example [1]。'
  for (const fact of readFacts(text)) expect(text.slice(fact.start, fact.end)).toBe(fact.text)
  expect(readFacts(text)).toHaveLength(3)
})

test.each(['1', '一', '1,', '1.', '十天', '1-', 'a@', 'http://', '1 ', '+', 'one ', '1月', '$', '\n'])(
  '500 KB of %j is read to its end',
  (part) => {
    // With the square of its length this would outlast the limit of a test many times over.
    expect(readFacts(part.repeat(500_000 / part.length))).toBeInstanceOf(Array)
  },
)
