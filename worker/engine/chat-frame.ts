import type { EngineMessage } from '../engine'

/** What surrounds the messages of a chat: ChatML, as every Qwen has it. */
export type ChatFrame = {
  /** Ids of `<|im_start|>` and `<|im_end|>`. */
  start: number
  end: number
  /** Encodes text as plain text, see plain-text.ts. */
  encode: (text: string) => number[]
  /** The tokens between `<|im_start|>assistant\n` and the reply; an empty thought for a model that would think first. */
  beforeReply: number[]
}

/**
 * The prompt as tokens. The frame is put in by id and never as text, so no message can open or close a turn.
 * Role and text are encoded together, as the model saw them in training.
 */
export function buildPrompt(frame: ChatFrame, messages: EngineMessage[]): number[] {
  const lineBreak = frame.encode('\n')
  const prompt: number[] = []
  for (const { role, text } of messages) {
    prompt.push(frame.start)
    // Token by token: spreading a long message into push() overflows the stack.
    for (const token of frame.encode(`${role}\n${text}`)) prompt.push(token)
    prompt.push(frame.end, ...lineBreak)
  }
  prompt.push(frame.start, ...frame.encode('assistant\n'), ...frame.beforeReply)
  return prompt
}

/** Whether a chat template is ChatML. */
export function isChatMl(template: string): boolean {
  return template.includes('<|im_start|>') && template.includes('<|im_end|>')
}

/**
 * Whether the template's generation prompt knows thoughts: true for Qwen3 (where `enable_thinking=false` writes an empty
 * one) and for the thinking-only models, false for Qwen2.5 and for Qwen3-2507-Instruct.
 */
export function isThinking(template: string): boolean {
  const at = template.lastIndexOf('add_generation_prompt')
  return at >= 0 && template.slice(at).includes('<think>')
}
