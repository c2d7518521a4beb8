import { describe, expect, test } from 'vitest'
import { extractQuestion, MAX_QUESTION_CHARS, type QuestionTurn } from '@/lib/suggestions/extract-question'
import { stripMail } from '@/lib/suggestions/strip-mail'

// "c: text" is the customer's, "a: text" the agent's, "n: text" a note; a minute apart, ids m0, m1, …
function talk(...lines: string[]): QuestionTurn[] {
  const direction = { c: 'incoming', a: 'outgoing', n: 'note' } as const
  return lines.map((line, i) => ({
    id: `m${i}`,
    direction: direction[line[0] as 'c' | 'a' | 'n'],
    text: line.slice(3),
    createdAt: new Date(Date.UTC(2026, 10, 20, 9, i)),
  }))
}

describe('a mail is reduced to what its writer wrote', () => {
  test.each<[name: string, mail: string, written: string]>([
    ['plain text', '退货运费谁出？', '退货运费谁出？'],
    ['lines marked >', 'Still waiting.\n\n> Dear customer,\n> your order is on its way.', 'Still waiting.'],
    ['On … wrote:', 'Where is it?\n\nOn Mon, 3 Nov 2026 at 10:00, Shop <a@shop.example> wrote:\nYour order is on its way.', 'Where is it?'],
    [
      'On … wrote: over two lines',
      'Where is it?\nOn Mon, 3 Nov 2026 at 10:00, The Shop Service Team\n<a@shop.example> wrote:\n\n> Hi',
      'Where is it?',
    ],
    ['在…写道：', '怎么还没到？\n\n在 2026年11月3日 10:00，客服 <a@shop.example> 写道：\n您好，已发货。', '怎么还没到？'],
    ['2026-11-03 … 写道', '请尽快\n2026-11-03 10:00，“客服” <a@shop.example> 写道：\n您好', '请尽快'],
    ['Original Message', 'Thanks, but no.\n-----Original Message-----\nFrom: Shop\nSubject: Hi\n\nhello', 'Thanks, but no.'],
    ['原始邮件', '发票还没收到\n------------------ 原始邮件 ------------------\n发件人: "客服"\n已开票', '发票还没收到'],
    ['header block', '还没收到退款\n\n发件人：客服\n发送时间：2026年11月3日\n收件人：我\n主题：退款\n\n已退', '还没收到退款'],
    [
      'answers between quoted lines',
      'On Monday Shop <a@shop.example> wrote:\n> Which size?\nSize M please\n> Which colour?\nBlue',
      'Size M please\nBlue',
    ],
    ['signature after --', 'Can I return it?\n-- \nAnn Lee\nACME Ltd', 'Can I return it?'],
    ['Sent from my iPhone', 'Can I return it?\n\nSent from my iPhone', 'Can I return it?'],
    ['发自我的iPhone', '能退吗\n\n发自我的iPhone', '能退吗'],
    ['Outlook', 'Can I return it?\nGet Outlook for iOS', 'Can I return it?'],
    ['sign-off with a name card', 'Can I return it?\n\nBest regards,\nAnn Lee\nPurchasing', 'Can I return it?'],
    ['此致敬礼', '请问能开专票吗\n此致\n敬礼\n王小明', '请问能开专票吗'],
    ['a thanks in the middle stays', 'Thanks,\nbut when will it come?', 'Thanks,\nbut when will it come?'],
    [
      'a nothing-but-forward keeps its words',
      '---------- Forwarded message ---------\nFrom: Ann <ann@x.example>\nSubject: Lamp\n\nThe lamp is broken.',
      'The lamp is broken.',
    ],
    ['a message that is all quote', '> 灯坏了怎么办', '灯坏了怎么办'],
    ['control characters', '灯\u0000坏\u0007了\u202e', '灯坏了'],
    ['a colon in prose is no header', 'From: what I see, it is broken', 'From: what I see, it is broken'],
    ['wrote in prose', 'I wrote:\nplease cancel', 'I wrote:\nplease cancel'],
  ])('%s', (_name, mail, written) => {
    expect(stripMail(mail)).toBe(written)
  })
})

describe('the question is what was written since the last reply', () => {
  test.each<[name: string, turns: QuestionTurn[], subject: string, text: string, ids: string[]]>([
    ['a single message', talk('c: 怎么退货？'), '', '怎么退货？', ['m0']],
    ['two in a row', talk('c: 我买的耳机坏了', 'c: 能换新的吗'), '', '我买的耳机坏了\n能换新的吗', ['m0', 'm1']],
    [
      'only those after the reply',
      talk('c: 怎么退货？', 'a: 七天内可退。', 'c: 发票可以补开成公司抬头吗？'),
      '',
      '发票可以补开成公司抬头吗？',
      ['m2'],
    ],
    ['notes are not the customer’s', talk('c: 怎么退货？', 'n: 难缠的客户'), '', '怎么退货？', ['m0']],
    ['a reply as the last word leaves the question before it', talk('c: 怎么退货？', 'a: 七天内可退。'), '', '怎么退货？', ['m0']],
    [
      '那运费呢 takes the turn before',
      talk('c: 不喜欢可以退货吗', 'a: 可以。', 'c: 那运费呢'),
      '',
      '不喜欢可以退货吗\n那运费呢',
      ['m0', 'm2'],
    ],
    [
      'and how long?',
      talk('c: Can I get a refund for the lamp?', 'a: Yes.', 'c: and how long?'),
      '',
      'Can I get a refund for the lamp?\nand how long?',
      ['m0', 'm2'],
    ],
    [
      'how long does it take?',
      talk('c: Do you ship to Canada?', 'a: Yes.', 'c: How long does it take?'),
      '',
      'Do you ship to Canada?\nHow long does it take?',
      ['m0', 'm2'],
    ],
    [
      'at most two earlier turns',
      talk('c: 甲商品有货吗', 'a: 有', 'c: 乙商品有货吗', 'a: 有', 'c: 丙商品有货吗', 'a: 有', 'c: 多久'),
      '',
      '乙商品有货吗\n丙商品有货吗\n多久',
      ['m2', 'm4', 'm6'],
    ],
    ['greeting lines go', talk('c: 你好，在吗？\n我想改地址'), '', '我想改地址', ['m0']],
    ['a greeting message goes', talk('c: Hello!', 'c: Can I change my address?'), '', 'Can I change my address?', ['m1']],
    ['a lone greeting stays', talk('c: 在吗'), '', '在吗', ['m0']],
    ['a subject that adds something', talk('c: 一直没有动静，急！'), '退款进度查询', '退款进度查询\n一直没有动静，急！', ['m0']],
    ['a generic subject', talk('c: 怎么申请退货？'), '客服咨询', '怎么申请退货？', ['m0']],
    ['a generic English subject', talk('c: How do I return a lamp?'), 'Re: Customer support request', 'How do I return a lamp?', ['m0']],
    [
      'a subject that repeats',
      talk('c: I would like to return my lamp, how?'),
      'Fwd: return lamp',
      'I would like to return my lamp, how?',
      ['m0'],
    ],
    [
      'a subject after a reply is stale',
      talk('c: 怎么退货？', 'a: 可退。', 'c: 发票可以补开成公司抬头吗？'),
      '物流停滞',
      '发票可以补开成公司抬头吗？',
      ['m2'],
    ],
    ['out of order', talk('c: 一', 'c: 二').toReversed(), '', '一\n二', ['m0', 'm1']],
    ['nothing', [], '', '', []],
  ])('%s', (_name, turns, subject, text, ids) => {
    expect(extractQuestion(turns, subject)).toEqual({ text, fromMessageIds: ids })
  })

  test('a long message keeps its end, begun at a sentence', () => {
    const { text } = extractQuestion(talk(`c: ${'前情说明一大段。'.repeat(400)}到底怎么退款？`))
    expect(text.length).toBeLessThanOrEqual(MAX_QUESTION_CHARS)
    expect(text).toMatch(/^前情说明一大段。/)
    expect(text).toMatch(/到底怎么退款？$/)
  })

  test.each([
    '> ',
    'On ',
    'From: a\n',
    '你好',
    '>\n',
    '-',
    '--\n',
    '\n',
    'a ',
    '在 写道：',
    ' ',
    '<a@',
    'Thanks,\n',
    '发件人：',
    '那',
    '\u0000',
  ])('100 KB of %j are read', (part) => {
    const { text } = extractQuestion(talk(`c: ${part.repeat(100_000 / part.length)}`), part.repeat(1_000))
    expect(text.length).toBeLessThanOrEqual(MAX_QUESTION_CHARS)
  })

  // Nobody waits by the clock here: read with a pattern that begins anew at each mark, one of these takes the runner minutes.
  test.each([' ', '\u3000', '。', '，', '!', '～ '])('100 KB of %j between two words do not hold up all the others', (part) => {
    const { text } = extractQuestion(talk(`c: 退${part.repeat(100_000 / part.length)}货`))
    expect(text.endsWith('货')).toBe(true)
  })
})
