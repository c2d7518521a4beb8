/** Whether this ticket is on the screen: who has gone elsewhere while something ran stays there. */
export function isAt(ticketId: string): boolean {
  return window.location.pathname === `/tickets/${ticketId}`
}
