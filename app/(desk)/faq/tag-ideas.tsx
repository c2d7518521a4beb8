'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../_components/button'
import { splitTags } from './rule-form'

const MAX_SHOWN = 8

type TagIdeasProps = { tags: string; known: string[]; language: string; onChange: (tags: string) => void }

/** Tags that other rules bear, the most frequent first: the same thing should have the same name. */
export function TagIdeas({ tags, known, language, onChange }: TagIdeasProps) {
  const t = useTranslations('faqEditor')
  const taken = splitTags(tags)
  const ideas = known.filter((tag) => !taken.includes(tag)).slice(0, MAX_SHOWN)
  if (ideas.length === 0) return null
  return (
    <fieldset className="mt-1.5 flex flex-wrap gap-1">
      <legend className="sr-only">{t('tagIdeas')}</legend>
      {ideas.map((tag) => (
        <Button
          key={tag}
          variant="quiet"
          size="small"
          aria-label={t('addTag', { tag })}
          className="h-6 px-1.5 text-ink-3 text-xs [&_svg]:size-3"
          onClick={() => onChange([...taken, tag].join(language === 'zh' ? '，' : ', '))}
        >
          <Plus />
          {tag}
        </Button>
      ))}
    </fieldset>
  )
}
