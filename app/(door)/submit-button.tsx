'use client'

import { useFormStatus } from 'react-dom'
import { Button } from '../_components/button'

/** The one main action of the form; says what it is doing while it does it. */
export function SubmitButton({ label, workingLabel }: { label: string; workingLabel: string }) {
  const { pending } = useFormStatus()
  return (
    <Button type="submit" variant="go" className="h-9 w-full text-base" aria-disabled={pending}>
      {pending ? workingLabel : label}
    </Button>
  )
}
