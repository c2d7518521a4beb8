import type { Prisma } from '@/prisma/generated/client'
import type { Language } from '@/prisma/generated/enums'
import { stableId } from './stable-id'

type SampleMacro = { key: string; title: string; text: string; language: Language | null; uses: number; isAgents?: true }

const MACROS: SampleMacro[] = [
  {
    key: 'zh-greeting',
    title: '开场问候',
    text: '{{contact.name}}您好，我是青杏小铺的{{agent.name}}，已经看到您的问题，马上为您核实。',
    language: 'zh',
    uses: 41,
  },
  {
    key: 'zh-order-number',
    title: '请提供订单号',
    text: '{{contact.name}}您好，麻烦提供一下订单号（在“我的订单”里可以复制），我这边马上为您查询。',
    language: 'zh',
    uses: 33,
  },
  {
    key: 'zh-photo',
    title: '请提供照片',
    text: '很抱歉给您带来不便。请拍两张照片发给我们：一张商品整体，一张问题细节。收到后我们当天为您处理，工单编号 {{ticket.number}}。',
    language: 'zh',
    uses: 12,
  },
  {
    key: 'zh-call-back',
    title: '电话回访',
    text: '{{contact.name}}您好，稍后我们会拨打 {{contact.phone}} 与您联系，请留意接听。',
    language: 'zh',
    uses: 3,
    isAgents: true,
  },
  {
    key: 'en-greeting',
    title: 'Greeting',
    text: 'Hello {{contact.name}}, this is {{agent.name}}. I have your question in front of me and am looking into it now.',
    language: 'en',
    uses: 37,
  },
  {
    key: 'en-order-number',
    title: 'Ask for the order number',
    text: 'Hello {{contact.name}}, could you send me your order number? You find it under "My orders". I will look it up right away.',
    language: 'en',
    uses: 28,
  },
  {
    key: 'en-photo',
    title: 'Ask for photos',
    text: 'I am sorry about that. Please send us two photos, one of the whole item and one of the damage, and name ticket {{ticket.number}}. We will take care of it the same day.',
    language: 'en',
    uses: 9,
  },
  {
    key: 'signature',
    title: 'Signature 签名',
    text: '— {{agent.name}} · 青杏小铺 · #{{ticket.number}}',
    language: null,
    uses: 5,
  },
]

/** The shop's macros: everybody's, and one of the agent's own. */
export function macroRows(agentId: string): Prisma.MacroCreateManyInput[] {
  return MACROS.map(({ key, isAgents, ...macro }) => ({ ...macro, id: stableId('macro', key), ownerId: isAgents ? agentId : null }))
}
