import { askedOnceEn } from './tickets-en-asked-once'
import { noRuleEn } from './tickets-en-no-rule'
import { threadsEn } from './tickets-en-threads'
import type { SampleTicket } from './types'

/** Tickets of the sample shop's English-speaking customers, as real ones write: short, long, angry, two questions at once. */
export const ticketsEn: SampleTicket[] = [...askedOnceEn, ...threadsEn, ...noRuleEn]
