/** The first words of a reply that we compose ourselves; the pocket model was trained on the same. */
export const OPENING = { zh: '您好，', en: 'Hello! ' } as const

/** What every reply ends with (the prompt asks for it in these words). */
export const CLOSING = { zh: '如有其他问题欢迎继续咨询。', en: 'Feel free to ask if you have any other questions.' } as const

export const HOLDING = {
  noRule: {
    zh: '您咨询的问题目前没有查到对应的规定，我会请同事为您核实后尽快回复，请稍候。',
    en: 'I could not find a rule that answers your question, so a colleague will check it and get back to you.',
  },
  notNow: {
    zh: '您的问题我们已经收到，我会请同事为您核实后尽快回复，请稍候。',
    en: 'We have received your question, and a colleague will check it and get back to you.',
  },
} as const
