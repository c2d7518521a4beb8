import { expect, test } from 'vitest'
import { splitSentences } from '@/lib/suggestions/grounding/split-sentences'

test.each<[text: string, sentences: string[]]>([
  ['您好，七天内可退。[1]如有其他问题欢迎继续咨询。', ['您好，七天内可退。[1]', '如有其他问题欢迎继续咨询。']],
  ['七天内可退[1]。运费自理[2]！', ['七天内可退[1]。', '运费自理[2]！']],
  ['满99.5元包邮；偏远地区除外。', ['满99.5元包邮；', '偏远地区除外。']],
  ['It costs $3.50 a day. [1] Feel free to ask.', ['It costs $3.50 a day. [1]', 'Feel free to ask.']],
  ['It takes 3 days [1]. Ask us [2][3].', ['It takes 3 days [1].', 'Ask us [2][3].']],
  ['Ask Dr. Lee, e.g. by phone, approx. 5 p.m. on Mon.', ['Ask Dr. Lee, e.g. by phone, approx. 5 p.m. on Mon.']],
  ['We close at 5 p.m. Orders after that ship tomorrow.', ['We close at 5 p.m.', 'Orders after that ship tomorrow.']],
  ['No. Order no. 5 and No. AB-7 have left.', ['No.', 'Order no. 5 and No. AB-7 have left.']],
  ['See https://a.example/x.html?y=1. Then reply!', ['See https://a.example/x.html?y=1.', 'Then reply!']],
  ['请看www.a.example的说明。谢谢', ['请看www.a.example的说明。', '谢谢']],
  ['他说：“可以退。”然后呢？', ['他说：“可以退。”', '然后呢？']],
  ['怎么退?我想知道!', ['怎么退?', '我想知道!']],
  ['稍等……马上好', ['稍等……', '马上好']],
  ['Wait... what? No!', ['Wait...', 'what?', 'No!']],
  ['1. Open the app\n2. Tap Return.', ['1. Open the app', '2. Tap Return.']],
  ['第一步\n\n第二步', ['第一步', '第二步']],
  ['可以退。\n[1]\n谢谢', ['可以退。\n[1]', '谢谢']],
  ['可以退。【2】谢谢', ['可以退。【2】', '谢谢']],
  ['电话【手机号1】。好', ['电话【手机号1】。', '好']],
  ['', []],
  [' \n ', []],
])('%j', (text, sentences) => {
  const found = splitSentences(text)
  expect(found.map((s) => s.text)).toEqual(sentences)
  for (const s of found) expect(text.slice(s.start, s.end)).toBe(s.text)
})

test.each(['。', '.', '. ', '[1]', 'a.', '\n', ' ', '[', '1.'])('500 KB of %j is split to its end', (part) => {
  const text = part.repeat(500_000 / part.length)
  // With the square of its length this would outlast the limit of a test many times over.
  expect(splitSentences(text).at(-1)?.end ?? 0).toBe(text.trimEnd().length)
})
