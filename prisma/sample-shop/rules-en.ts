import { accountEn } from './rules-en-account'
import { careEn } from './rules-en-care'
import { moneyEn } from './rules-en-money'
import { ordersEn } from './rules-en-orders'
import { returnsEn } from './rules-en-returns'
import { shippingEn } from './rules-en-shipping'
import type { SampleRule } from './types'

/** The English knowledge base of the same shop, Greenplum Goods: the same policies, written for its English-speaking customers. */
export const rulesEn: SampleRule[] = [...shippingEn, ...ordersEn, ...returnsEn, ...moneyEn, ...careEn, ...accountEn].map((rule) => ({
  ...rule,
  language: 'en',
}))
