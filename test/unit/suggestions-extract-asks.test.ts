import { expect, it } from 'vitest'
import { buildSummaryPrompt } from '@/lib/suggestions/build-summary-prompt'
import { extractAsks } from '@/lib/suggestions/extract-asks'

const turn = (direction: 'incoming' | 'outgoing' | 'note', text: string, minute: number) => ({
  direction,
  text,
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute)),
})

it('a thread begins with one question and has come to another', () => {
  const asks = extractAsks([
    turn('incoming', '你好\n衬衫想退，运费谁出？', 0),
    turn('outgoing', '买家承担。', 1),
    turn('note', '客户很急', 2),
    turn('incoming', '那退款要等多少天才能到账？', 3),
  ])
  expect(asks).toEqual({ first: '衬衫想退，运费谁出？', latest: '那退款要等多少天才能到账？' })
})

it('a single question is no thread, nor is one that was answered and went no further', () => {
  expect(extractAsks([turn('incoming', '运费谁出？', 0)])).toBeNull()
  expect(extractAsks([turn('incoming', '运费谁出？', 0), turn('outgoing', '买家。', 1)])).toBeNull()
})

it('a prompt that is too long keeps the beginning and the end of the thread, and says that something is missing', () => {
  const turns = Array.from({ length: 60 }, (_, at) => ({
    from: at % 2 ? ('agent' as const) : ('customer' as const),
    text: `第${at}句${'话'.repeat(30)}`,
  }))
  const [system, user] = buildSummaryPrompt({ language: 'zh', turns, maxChars: 1_000 })
  expect(`${system?.content}${user?.content}`.length).toBeLessThanOrEqual(1_000)
  expect(user?.content).toContain('第0句')
  expect(user?.content).toContain('第59句')
  expect(user?.content).toContain('\n…\n')
  expect(user?.content).not.toContain('第20句')
})
