import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { prepareQuestion } from '@/lib/suggestions/prepare-question'
import { suggest } from '@/lib/suggestions/suggest'
import { toFoundShape } from '@/lib/suggestions/try-shape'

beforeEach(async () => {
  await db().faqRule.deleteMany()
  for (const entity of ['云栖酒店', '湖畔民宿', '山语客栈']) {
    await createRule(null, { question: '房价包含早餐吗？', answer: `${entity}含双人早餐。`, language: 'zh', status: 'published', entity })
    await createRule(null, { question: '有停车场吗？', answer: `${entity}有停车场。`, language: 'zh', status: 'published', entity })
  }
})

const QUESTION = '订的房间房价里包含早餐的吧'

it('a question that leaves open which house is meant is asked back, and the names are told', async () => {
  const result = await suggest({ question: QUESTION, language: 'zh' })
  expect(result).toMatchObject({ rung: 'holding', fallbackCause: 'which_one' })
  expect(result.text).toMatch(/^您好，请问您问的是“.+”、“.+”、“.+”，还是别的？.+欢迎继续咨询。$/)
  expect(result.grounding.sentences.filter(({ isSupported, kind }) => kind === 'statement' && !isSupported)).toEqual([])
  const messages = [{ direction: 'incoming' as const, text: QUESTION, createdAt: new Date() }]
  const { openNames } = toFoundShape(await prepareQuestion({ messages, fallbackLanguage: 'zh' }))
  expect([...openNames].sort()).toEqual(['云栖酒店', '山语客栈', '湖畔民宿'].sort())
})

it('a question that names it is not', async () => {
  const messages = [{ direction: 'incoming' as const, text: `山语客栈${QUESTION}`, createdAt: new Date() }]
  const prepared = await prepareQuestion({ messages, fallbackLanguage: 'zh' })
  expect(toFoundShape(prepared).openNames).toEqual([])
  expect(prepared.hits[0]?.rule.entity).toBe('山语客栈')
})
