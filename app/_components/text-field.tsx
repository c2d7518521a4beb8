import type { ComponentProps, ReactNode } from 'react'
import { describedBy, Field } from './field'
import { Input } from './input'

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'aria-invalid' | 'aria-describedby'> & {
  id: string
  label: string
  hint?: ReactNode
  error?: string
  /** Of the field with its label. */
  className?: string
}

/** One line of text with its label, its hint and what is wrong with it. */
export function TextField({ id, label, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <Input id={id} aria-invalid={error !== undefined} aria-describedby={describedBy(id, { hint, error })} {...input} />
    </Field>
  )
}
