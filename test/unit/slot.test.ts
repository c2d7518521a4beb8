import { describe, expect, it } from 'vitest'
import { mergeProps } from '@/app/_components/slot'

describe('the properties of a slot and of its child', () => {
  it('calls both handlers, that of the child first', () => {
    const calls: string[] = []
    const merged = mergeProps(
      { onClick: (what: string) => calls.push(`outer ${what}`) },
      { onClick: (what: string) => calls.push(`inner ${what}`) },
    )
    ;(merged.onClick as (what: string) => void)('click')
    expect(calls).toEqual(['inner click', 'outer click'])
  })

  it('joins classes and styles, and lets the child say the rest', () => {
    const outer = { className: 'h-8', style: { top: 1, left: 1 }, type: 'button', title: 'outer', role: 'menuitem' }
    expect(mergeProps(outer, { className: 'mt-2', style: { left: 2 }, title: 'inner', href: '/' })).toEqual({
      className: 'h-8 mt-2',
      style: { top: 1, left: 2 },
      type: 'button',
      title: 'inner',
      role: 'menuitem',
      href: '/',
    })
  })

  it('keeps what the child leaves open', () => {
    const onClick = () => undefined
    expect(mergeProps({ onClick, 'aria-label': 'Open' }, { onClick: undefined, 'aria-label': undefined })).toEqual({
      onClick,
      'aria-label': 'Open',
    })
  })
})
