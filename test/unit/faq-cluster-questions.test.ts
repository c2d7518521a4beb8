import { describe, expect, it } from 'vitest'
import { type Clusterable, clusterQuestions } from '@/lib/faq/gaps/cluster-questions'

const zh = (question: string): Clusterable => ({ question, language: 'zh' })
const en = (question: string): Clusterable => ({ question, language: 'en' })
const groupsOf = (questions: Clusterable[], known: Clusterable[][] = []) =>
  clusterQuestions(questions, known).map(({ members }) => members.map(({ question }) => question).sort())

describe('questions', () => {
  it.each([
    ['the same in other words', [zh('可以刻字吗'), zh('你们能在杯子上刻字吗'), zh('杯子支持刻字服务吗')], 1],
    ['the same in English', [en('Do you engrave pens?'), en('Can I have my pens engraved'), en('is engraving of pens possible?')], 1],
    ['two matters', [zh('可以刻字吗'), zh('发票抬头开错了怎么改'), zh('能帮我刻字吗'), zh('发票抬头写错能改吗')], 2],
    ['two matters in the same manners', [zh('请问我想要刻字可以吗谢谢'), zh('请问我想要发票可以吗谢谢')], 2],
    ['the same word in two languages', [zh('iPhone 15 贴膜'), en('iPhone 15 film')], 2],
    ['order numbers alone in common', [zh('【订单号1】什么时候到货'), zh('【订单号1】可以刻字吗'), zh('88012345 门店在哪')], 3],
    ['Traditional characters', [zh('可以刻字嗎'), zh('可以刻字吗')], 1],
    ['nothing that can be compared', [zh('？？？'), zh('……')], 2],
    ['none', [], 0],
  ])('%s', (_, questions, count) => {
    expect(groupsOf(questions)).toHaveLength(count)
  })

  it('lose none, and have the most typical one first', () => {
    const questions = [zh('杯子刻字'), zh('杯子可以刻字吗，刻字要多少钱'), zh('杯子刻字多少钱'), zh('门店几点关门')]
    const clusters = clusterQuestions(questions)
    expect(clusters.flatMap(({ members }) => members)).toHaveLength(questions.length)
    expect(clusters[0]).toMatchObject({ typical: { question: '杯子刻字多少钱' }, known: null })
    expect(clusters[0]?.members[0]).toBe(clusters[0]?.typical)
  })

  it('join a group that is known, and only if they are like it', () => {
    const clusters = clusterQuestions([zh('刻字多少钱'), zh('门店几点关门')], [[zh('发票抬头')], [zh('可以刻字吗'), zh('刻字收费吗')]])
    expect(clusters).toMatchObject([
      { members: [{ question: '刻字多少钱' }], known: 1 },
      { members: [{ question: '门店几点关门' }], known: null },
    ])
  })

  it('fall into the same groups each time', () => {
    const matters = [
      ['可以刻字吗', '刻字多少钱'],
      ['发票抬头错了', '怎么改发票抬头'],
      ['门店几点关门', '门店营业到几点'],
    ]
    const questions = [0, 1].flatMap((way) => matters.map((ways) => zh(ways[way] ?? '')))
    expect(groupsOf(questions)).toEqual(groupsOf(questions))
    expect(groupsOf(questions)).toEqual(matters.map((ways) => [...ways].sort()))
  })
})
