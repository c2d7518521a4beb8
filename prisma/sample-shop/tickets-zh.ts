import { askedOnceZh } from './tickets-zh-asked-once'
import { noRuleZh } from './tickets-zh-no-rule'
import { threadsZh } from './tickets-zh-threads'
import type { SampleTicket } from './types'

/** Tickets of the sample shop's Chinese-speaking customers, as real ones write: short, long, angry, two questions at once. */
export const ticketsZh: SampleTicket[] = [...askedOnceZh, ...threadsZh, ...noRuleZh]
