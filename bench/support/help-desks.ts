import { APP_EN, BANK_ZH, HOTEL_EN, TELECOM_ZH } from '../data/help-desks'
import type { EvalQuery, EvalSet } from './eval-set'

/** Reads one desk of bench/data/help-desks.ts, whole and in halves: one to tune on, the other to report. */
function readDesk(name: string, lang: 'zh' | 'en', text: string): { name: string; folds: EvalSet[] }[] {
  const rules: EvalSet['rules'] = []
  const queries: EvalQuery[] = []
  let key = ''
  for (const line of text.trim().split('\n')) {
    if (line.startsWith('- ')) queries.push({ text: line.slice(2), ruleIds: key === '' ? [] : [key], lang, oos: key === '' })
    else if (line === 'none') key = ''
    else {
      const [question = '', answer = ''] = line.split(' | ')
      key = `r${rules.length}`
      rules.push({ id: key, question, variants: [], answer, lang })
    }
  }
  const fold = (part: string, kept: EvalQuery[]) => ({ name: `${name} ${part}`, folds: [{ name, rules, queries: kept }] })
  const half = (part: number) => queries.filter((_, at) => at % 2 === part)
  return [fold('tune', half(0)), fold('held', half(1))]
}

export function helpDesks(): { name: string; folds: EvalSet[] }[] {
  return [
    ...readDesk('desk bank zh', 'zh', BANK_ZH),
    ...readDesk('desk telecom zh', 'zh', TELECOM_ZH),
    ...readDesk('desk app en', 'en', APP_EN),
    ...readDesk('desk hotel en', 'en', HOTEL_EN),
  ]
}
