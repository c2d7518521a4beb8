/** What a macro may leave open, with the names that people read. The marks of missing values are made of these, so both languages stand here. */
export const VARIABLES = [
  { name: 'contact.name', zh: '客户姓名', en: 'customer name' },
  { name: 'contact.email', zh: '客户邮箱', en: 'customer e-mail' },
  { name: 'contact.phone', zh: '客户电话', en: 'customer phone' },
  { name: 'ticket.number', zh: '工单编号', en: 'ticket number' },
  { name: 'ticket.subject', zh: '工单主题', en: 'ticket subject' },
  { name: 'agent.name', zh: '客服姓名', en: 'agent name' },
] as const

export type VariableName = (typeof VARIABLES)[number]['name']

const names: ReadonlySet<string> = new Set(VARIABLES.map(({ name }) => name))

export function isVariable(name: string): name is VariableName {
  return names.has(name)
}

/** What stands between two braces each side, blanks around it allowed. */
export const BRACES = /\{\{\s*([^{}\n]{0,60}?)\s*\}\}/g
