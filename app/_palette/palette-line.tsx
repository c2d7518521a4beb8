'use client'

import { cn } from '../_components/cn'
import { Kbd } from '../_components/kbd'
import { useComboName } from '../_keys/use-combo-name'
import type { PaletteItem } from './palette-item'

type PaletteLineProps = { item: PaletteItem; isChosen: boolean; onPoint: () => void; onTake: () => void }

export function PaletteLine({ item, isChosen, onPoint, onTake }: PaletteLineProps) {
  const comboName = useComboName()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the line one types in, which has the focus
    <div
      id={`palette-${item.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      // A list that grows under a resting pointer moves it, too, but by nothing.
      onPointerMove={({ movementX, movementY }) => (movementX || movementY) && onPoint()}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
      className={cn('flex min-h-9 cursor-pointer items-center gap-3 rounded-sm px-2.5 py-1.5', isChosen && 'bg-accent-bg')}
    >
      <span lang={item.lang} className="min-w-0 grow truncate">
        {item.label}
      </span>
      {item.detail && <span className="max-w-[45%] shrink-0 truncate text-ink-3 text-sm">{item.detail}</span>}
      {item.combos && (
        <span className="flex shrink-0 gap-1 max-md:hidden">
          {item.combos.map((combo) => (
            <Kbd key={combo}>{comboName(combo)}</Kbd>
          ))}
        </span>
      )}
    </div>
  )
}
