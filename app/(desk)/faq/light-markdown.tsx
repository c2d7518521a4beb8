import { type Block, readMarkdown, type Span } from '@/lib/faq/read-markdown'

/** An answer's light Markdown as a channel shows it that knows Markdown. Strangers' text: nothing in it can be more than words and links. */
export function LightMarkdown({ text, lang }: { text: string; lang: string }) {
  return (
    <div lang={lang} className="message-text flex flex-col gap-2">
      {numbered(readMarkdown(text)).map(({ key, item }) => (
        <MarkdownBlock key={key} block={item} />
      ))}
    </div>
  )
}

function MarkdownBlock({ block }: { block: Block }) {
  if (block.kind === 'paragraph') {
    return (
      <p>
        {numbered(block.lines).map(({ key, item }) => (
          <span key={key} className="block">
            <Spans spans={item} />
          </span>
        ))}
      </p>
    )
  }
  const List = block.isOrdered ? 'ol' : 'ul'
  return (
    <List className={block.isOrdered ? 'list-decimal pl-6' : 'list-disc pl-5'}>
      {numbered(block.items).map(({ key, item }) => (
        <li key={key}>
          <Spans spans={item} />
        </li>
      ))}
    </List>
  )
}

function Spans({ spans }: { spans: Span[] }) {
  return numbered(spans).map(({ key, item }) => {
    if (item.kind === 'strong') return <strong key={key}>{item.text}</strong>
    if (item.kind === 'emphasis') return <em key={key}>{item.text}</em>
    if (item.kind === 'code') {
      return (
        <code key={key} className="rounded-sm bg-sunk px-1 font-mono text-sm">
          {item.text}
        </code>
      )
    }
    if (item.kind === 'link') {
      return (
        <a key={key} href={item.href} target="_blank" rel="noreferrer noopener" className="text-accent underline underline-offset-3">
          {item.text}
        </a>
      )
    }
    return <span key={key}>{item.text}</span>
  })
}

/** Parts of a text have no name but their place. */
function numbered<T>(items: T[]): { key: number; item: T }[] {
  return items.map((item, key) => ({ key, item }))
}
