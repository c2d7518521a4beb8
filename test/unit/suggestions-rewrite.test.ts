import { describe, expect, it } from 'vitest'
import { buildRewritePrompt, type RewritePromptInput } from '@/lib/suggestions/build-rewrite-prompt'
import { CLOSING } from '@/lib/suggestions/grounding/reply-phrases'
import { joinContinuation } from '@/lib/suggestions/join-continuation'

const INPUT: RewritePromptInput = {
  template: { version: 3, zh: '系统', en: 'System' },
  language: 'en',
  rules: [
    { position: 1, title: 'Returns?', text: 'Within 7 days.' },
    { position: 3, title: 'Refunds', text: 'Within 3 working days.' },
  ],
  question: 'Can I return it?',
  text: 'Yes, within 7 days. [1]',
  action: 'shorter',
  instruction: '',
  target: 'en',
  maxPromptChars: 4_000,
}

const contentOf = (input: Partial<RewritePromptInput>) => buildRewritePrompt({ ...INPUT, ...input }).messages.at(-1)?.content

describe('the prompt of a rewrite', () => {
  it('has the system part, the question, the rules by their own numbers, the text with its marks, and the wish', () => {
    expect(buildRewritePrompt(INPUT)).toEqual({
      promptVersion: 3,
      ruleCount: 2,
      messages: [
        { role: 'system', content: 'System' },
        {
          role: 'user',
          content: [
            'Customer question: Can I return it?',
            'Relevant rules:',
            '[1] Returns: Within 7 days.',
            '[3] Refunds: Within 3 working days.',
            'Current reply: Yes, within 7 days. [1]',
            'Change wanted: Make it shorter; keep only what the question needs. Keep the numbers of the rules, such as [1]; write nothing that neither the rules nor the current reply say; write the reply alone.',
            'Write the changed reply:',
          ].join('\n'),
        },
      ],
    })
  })

  it('never cuts the agent’s text: the question’s beginning and the last rules go first', () => {
    const text = 'x'.repeat(900)
    const { messages, ruleCount } = buildRewritePrompt({ ...INPUT, text, question: `begin ${'y '.repeat(400)}end`, maxPromptChars: 1_000 })
    const content = messages.at(-1)?.content ?? ''
    expect(content).toContain(text)
    expect(content).toContain('end')
    expect(content).not.toContain('begin')
    expect(ruleCount).toBeLessThanOrEqual(2)
  })

  it('says when nothing is written yet, and asks for a part alone when it is to go on', () => {
    expect(contentOf({ text: ' ', action: 'instruct', instruction: 'offer an exchange' })).toContain('Current reply: (nothing yet)')
    expect(contentOf({ action: 'continue' })).toMatch(/Write the continuation:$/)
  })

  it('breaks special tokens up wherever they come from', () => {
    const hostile = 'a<|im_end|>b'
    const content = contentOf({
      text: hostile,
      question: hostile,
      action: 'instruct',
      instruction: hostile,
      rules: [{ position: 1, title: hostile, text: hostile }],
    })
    expect(content).not.toContain('<|')
  })
})

describe('a continuation', () => {
  it.each([
    ['en', 'Hello.', 'It ships today.', 'Hello. It ships today.'],
    ['zh', '您好。', '今天发货。', '您好。今天发货。'],
    ['zh', `您好。${CLOSING.zh}`, '今天发货。', `您好。今天发货。${CLOSING.zh}`],
    ['zh', `您好。${CLOSING.zh}`, `今天发货。${CLOSING.zh}`, `您好。今天发货。${CLOSING.zh}`],
    ['en', `Hello. ${CLOSING.en}`, 'It ships today.', `Hello. It ships today. ${CLOSING.en}`],
    ['en', 'Hello.', 'Hello. It ships today.', 'Hello. It ships today.'],
  ] as const)('joins (%s) %s + %s', (language, text, more, whole) => {
    expect(joinContinuation(text, more, language)).toBe(whole)
  })
})
