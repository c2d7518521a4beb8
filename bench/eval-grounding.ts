/**
 * `npm run -s eval:grounding [-- --list]`: how the check of drafts judges what is known to be true or not, a JSON line for each lot and language: true replies with a sentence marked
 * (`alarms`), wrong ones with one (`caught`), and statements that their rule does not make and that pass (`passed`). `--list` prints what was misjudged instead.
 */
import { checkGrounding } from '@/lib/suggestions/grounding/check-grounding'
import type { Language } from '@/prisma/generated/enums'
import { JUDGED_REPLIES, type JudgedReply, SECOND_JUDGED_REPLIES } from './data/judged-replies'
import { UNMADE_STATEMENTS } from './data/unmade-statements'
import { readOptions } from './support/read-options'

const { values } = readOptions('usage: npm run -s eval:grounding [-- --list]   (what was misjudged instead of the figures)', {
  list: { type: 'boolean', default: false },
})

const statements = UNMADE_STATEMENTS.flatMap(({ answer, statements }) => {
  const language: Language = /\p{Script=Han}/u.test(answer) ? 'zh' : 'en'
  return statements.map((text): JudgedReply => ({ language, rules: [answer], reply: `${text} [1].`, isTrue: false, ticket: '' }))
})

function passes({ language, rules, reply, ticket }: JudgedReply): boolean {
  const given = rules.map((answer, at) => ({ position: at + 1, ruleId: String(at), title: '', answer }))
  return checkGrounding({ text: reply, rules: given, ticketText: ticket, language }).isGrounded
}

for (const [lot, judged] of Object.entries({ first: JUDGED_REPLIES, second: SECOND_JUDGED_REPLIES, statements })) {
  if (values.list) {
    for (const said of judged) if (passes(said) !== said.isTrue) console.log(said.isTrue ? 'alarm' : 'missed', said.reply)
    continue
  }
  for (const language of ['zh', 'en'] as const) {
    const [right, wrong] = [true, false].map((isTrue) => judged.filter((said) => said.language === language && said.isTrue === isTrue)) as [
      JudgedReply[],
      JudgedReply[],
    ]
    const passed = wrong.filter(passes).length
    const figures =
      lot === 'statements'
        ? { unmade: wrong.length, passed }
        : { true: right.length, alarms: right.filter((said) => !passes(said)).length, wrong: wrong.length, caught: wrong.length - passed }
    console.log(JSON.stringify({ eval: 'grounding', lot, language, ...figures }))
  }
}
