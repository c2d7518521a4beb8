// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const FRAME_WORDS =
  /(用户问题|相关规则|现有回复|修改要求|请生成回复|此前对话|客服|系统|system|assistant|customer question|relevant rules|current reply|change wanted|write the reply|conversation so far|customer|agent)\s{0,3}[:：]\s{0,3}/gi

/**
 * Text that a chat template cannot take for anything but text: no control or invisible characters, no broken
 * surrogates, and special tokens (`<|im_end|>`, `<think>`) broken up. Our worker never parses those from content; a foreign server may.
 */
export function plainForPrompt(text: string, { keepsLines = false } = {}): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(LONE_SURROGATE, '')
    .replace(/<\s{0,2}[|｜]/g, '( ')
    .replace(/[|｜]\s{0,2}>/g, ' )')
    .replace(/<(\/?(?:think|tool_call|tool_response|tools|s|unk|bos|eos))>/gi, '($1)')
  return (keepsLines ? plain : plain.replace(/\s+/g, ' ')).trim()
}

/** A customer's or an agent's words: on one line, citing nothing, and without the frame's own words as headings. */
export function plainQuestion(text: string): string {
  return plainForPrompt(text)
    .replace(/[[［【]\s{0,2}(\d{1,3})\s{0,2}[\]］】]/g, '($1)')
    .replace(FRAME_WORDS, '$1 ')
    .trim()
}

/** A rule on one line. Its title is its question, and a question mark before the colon is nothing the model has seen. */
export function plainRule(rule: { title: string; text: string }): { title: string; text: string } {
  const unmarked = (text: string) => plainForPrompt(text).replace(/\[(\d{1,3})\]/g, '($1)')
  return { title: unmarked(rule.title).replace(/[?？。.!！:：\s]+$/u, ''), text: unmarked(rule.text) }
}
