'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { openSentences } from '../place-sentences'
import { useReplyState } from '../reply-context'

/** For those who do not see the words come: that they begin, and that they are there. */
export function StreamStatus() {
  const t = useTranslations('composer.stream')
  const { isStreaming, placed } = useReplyState()
  const [words, setWords] = useState('')
  const was = useRef(isStreaming)
  const open = openSentences(placed).length
  useEffect(() => {
    if (isStreaming && !was.current) setWords(t('begin'))
    if (!isStreaming && was.current) setWords(open > 0 ? t('endOpen', { n: open }) : t('end'))
    was.current = isStreaming
  }, [isStreaming, open, t])
  return (
    <div role="status" className="sr-only">
      {words}
    </div>
  )
}
