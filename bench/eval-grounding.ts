/**
 * `npm run -s eval:grounding [-- --list]`: how the check of drafts judges replies whose truth is known, a JSON line for each language: true replies with a sentence marked (`alarms`),
 * wrong ones with one (`caught`), and statements that their rule does not make and that pass (`passed`). `--list` prints what was misjudged instead.
 */
import { parseArgs } from 'node:util'
import { checkGrounding } from '@/lib/suggestions/grounding/check-grounding'
import type { Language } from '@/prisma/generated/enums'
import { JUDGED_REPLIES } from './data/judged-replies'
import { UNMADE_STATEMENTS } from './data/unmade-statements'

const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } })

type Asked = { language: Language; rules: string[]; text: string; ticket: string }

function isGrounded({ language, rules, text, ticket }: Asked): boolean {
  const given = rules.map((answer, at) => ({ position: at + 1, ruleId: String(at), title: '', answer }))
  return checkGrounding({ text, rules: given, ticketText: ticket, language }).isGrounded
}

const replies = JUDGED_REPLIES.map(({ reply, ...rest }) => ({ ...rest, text: reply, passes: isGrounded({ ...rest, text: reply }) }))
const statements = UNMADE_STATEMENTS.flatMap(({ answer, statements }) =>
  statements.map((text) => {
    const language: Language = /\p{Script=Han}/u.test(answer) ? 'zh' : 'en'
    return { language, text, passes: isGrounded({ language, rules: [answer], text: `${text} [1].`, ticket: '' }) }
  }),
)

if (values.list) {
  for (const { text, isTrue, passes } of replies) if (isTrue !== passes) console.log(isTrue ? 'alarm ' : 'missed', text)
  for (const { text, passes } of statements) if (passes) console.log('passed', text)
} else {
  for (const language of ['zh', 'en'] as const) {
    const [right, wrong] = [true, false].map((isTrue) => replies.filter((reply) => reply.language === language && reply.isTrue === isTrue))
    const made = statements.filter((statement) => statement.language === language)
    console.log(
      JSON.stringify({
        eval: 'grounding',
        language,
        true: right?.length,
        alarms: right?.filter(({ passes }) => !passes).length,
        wrong: wrong?.length,
        caught: wrong?.filter(({ passes }) => !passes).length,
        unmade: made.length,
        passed: made.filter(({ passes }) => passes).length,
      }),
    )
  }
}
