'use client'

import { FailedState } from '../../_components/failed-state'

/** A ticket that could not be read leaves the queue where it is. */
export default FailedState
