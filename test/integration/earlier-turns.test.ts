import { expect, it } from 'vitest'
import { prepareQuestion } from '@/lib/suggestions/prepare-question'

const said = (direction: 'incoming' | 'outgoing', text: string, minute: number) => ({
  direction,
  text,
  createdAt: new Date(Date.UTC(2026, 10, 26, 8, minute)),
})
const ASKED = said('incoming', '能用花呗分期吗？', 0)
const ANSWERED = said('outgoing', '可以，满600元可以分期。', 1)

it('a ticket that has been answered is drafted for as if it had just come: its answer is no earlier turn', async () => {
  const fresh = await prepareQuestion({ messages: [ASKED], fallbackLanguage: 'zh' })
  const answered = await prepareQuestion({ messages: [ASKED, ANSWERED], fallbackLanguage: 'zh' })
  expect(answered.question.text).toBe(fresh.question.text)
  expect(answered.question.turns).toEqual([])
  expect(answered.mayShare).toBe(true)
})

it('what was said before the latest question comes with it, the reply as well', async () => {
  const { question, mayShare } = await prepareQuestion({
    messages: [ASKED, ANSWERED, said('incoming', '那手续费谁出？', 2), said('outgoing', '我查一下。', 3)],
    fallbackLanguage: 'zh',
  })
  expect(question.turns).toEqual([
    { from: 'customer', text: ASKED.text },
    { from: 'agent', text: ANSWERED.text },
  ])
  expect(mayShare).toBe(false)
})
