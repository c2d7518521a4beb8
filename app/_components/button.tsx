import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const buttonVariants = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border text-sm transition-colors disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        go: 'border-accent bg-accent font-medium text-on-accent not-disabled:hover:border-accent-strong not-disabled:hover:bg-accent-strong',
        plain: 'border-line-strong bg-pane text-ink-2 not-disabled:hover:bg-sunk not-disabled:hover:text-ink',
        quiet: 'border-transparent text-ink-2 not-disabled:hover:bg-sunk not-disabled:hover:text-ink',
        danger: 'border-line-strong bg-pane text-red not-disabled:hover:border-red not-disabled:hover:bg-red-bg',
      },
      size: {
        base: 'h-8 px-3',
        small: 'h-7 px-2',
        icon: 'size-8 p-0',
        smallIcon: 'size-7 p-0',
      },
    },
    defaultVariants: { variant: 'plain', size: 'base' },
  },
)

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonVariants> & { asChild?: boolean }

export function Button({ className, variant, size, asChild, type = 'button', ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className)
  if (asChild) return <Slot.Root className={classes} {...props} />
  return <button type={type} className={classes} {...props} />
}
