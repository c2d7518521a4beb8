import { accountZh } from './rules-zh-account'
import { careZh } from './rules-zh-care'
import { moneyZh } from './rules-zh-money'
import { ordersZh } from './rules-zh-orders'
import { returnsZh } from './rules-zh-returns'
import { shippingZh } from './rules-zh-shipping'
import type { SampleRule } from './types'

/** The Chinese knowledge base of 青杏小铺, an invented shop: electronics accessories, clothes, things for the home. Amounts are in yuan. */
export const rulesZh: SampleRule[] = [...shippingZh, ...ordersZh, ...returnsZh, ...moneyZh, ...careZh, ...accountZh].map((rule) => ({
  ...rule,
  language: 'zh',
}))
