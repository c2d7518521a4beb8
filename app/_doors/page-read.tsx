'use client'

import { createContext, type ReactNode, useContext } from 'react'

const PageReadContext = createContext(0)

/** Knows when the server last drew what is on the screen: it draws everything again after each action that changes something. */
export function PageRead({ at, children }: { at: number; children: ReactNode }) {
  return <PageReadContext value={at}>{children}</PageReadContext>
}

export function useReadAt(): number {
  return useContext(PageReadContext)
}
