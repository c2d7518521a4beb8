/** A run of words in one style. */
export type Span = { kind: 'text' | 'strong' | 'emphasis' | 'code'; text: string } | { kind: 'link'; text: string; href: string }

export type Block = { kind: 'paragraph'; lines: Span[][] } | { kind: 'list'; isOrdered: boolean; items: Span[][] }

const ITEM = /^\s{0,3}(?:[-*•]|(\d{1,3})[.)、])\s+(.*)$/
// Each alternative is bounded, so that no text can make it run away.
const SPAN =
  /\*\*(?<strong>[^*\n]{1,500})\*\*|(?<![\p{L}\p{N}*])\*(?<emphasis>[^*\s\n][^*\n]{0,500})\*(?!\*)|`(?<code>[^`\n]{1,300})`|\[(?<name>[^\]\n]{1,300})\]\((?<href>[^()\s]{1,1000})\)|(?<bare>https?:\/\/[^\s<>"'）)，。；、]{1,1000})/gu

/**
 * The light Markdown of an answer: bold, italics, code, links and lists. Everything else is text, also HTML, images and addresses that are
 * neither web nor mail. Citation marks stay what they are.
 */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  for (const part of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '')
    const own: Block[] = []
    for (const line of lines) addLine(own, line)
    blocks.push(...own)
  }
  return blocks
}

/** A line goes on with the block before it, or begins one. */
function addLine(blocks: Block[], line: string): void {
  const [, number, item] = ITEM.exec(line) ?? []
  const last = blocks.at(-1)
  if (item === undefined) {
    if (last?.kind === 'paragraph') last.lines.push(readSpans(line))
    else blocks.push({ kind: 'paragraph', lines: [readSpans(line)] })
    return
  }
  const isOrdered = number !== undefined
  if (last?.kind === 'list' && last.isOrdered === isOrdered) last.items.push(readSpans(item))
  else blocks.push({ kind: 'list', isOrdered, items: [readSpans(item)] })
}

/** Whether a channel that knows Markdown shows something else than what is sent, such as a list. */
export function hasMarkdown(text: string): boolean {
  const blocks = readMarkdown(text)
  if (blocks.some(({ kind }) => kind === 'list')) return true
  const spans = blocks.flatMap((block) => (block.kind === 'list' ? block.items : block.lines).flat())
  return spans.some((span) => (span.kind === 'link' ? span.text !== span.href : span.kind !== 'text'))
}

function readSpans(line: string): Span[] {
  const spans: Span[] = []
  let end = 0
  const plain = (text: string) => text && spans.push({ kind: 'text', text })
  for (const match of line.matchAll(SPAN)) {
    const { strong, emphasis, code, name, href, bare } = match.groups ?? {}
    const target = href ?? bare
    plain(line.slice(end, match.index))
    if (target !== undefined) {
      if (isSafe(target)) spans.push({ kind: 'link', text: name ?? target, href: target })
      else plain(match[0])
    } else if (strong !== undefined) spans.push({ kind: 'strong', text: strong })
    else if (emphasis !== undefined) spans.push({ kind: 'emphasis', text: emphasis })
    else spans.push({ kind: 'code', text: code ?? '' })
    end = match.index + match[0].length
  }
  plain(line.slice(end))
  return spans
}

function isSafe(href: string): boolean {
  return URL.canParse(href) && ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol)
}
