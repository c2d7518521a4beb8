import { connect, createServer } from 'node:net'

/** Whether something listens on this port, on any of the addresses that a browser means by `localhost`, or on `host`. */
export async function isTaken(port: number, host: string): Promise<boolean> {
  // A listener on ::1 alone does not hinder ours on 127.0.0.1, and would still get the browser's requests.
  const answers = await Promise.all([answersOn(port, '127.0.0.1'), answersOn(port, '::1')])
  return answers.includes(true) || !(await canListen(port, host))
}

/** A port that nothing uses now. */
export function findFreePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('There is no free port.'))))
    })
  })
}

function answersOn(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1_000 })
    const settle = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => settle(true))
    socket.once('timeout', () => settle(true)) // full, not free
    socket.once('error', () => settle(false))
  })
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : undefined
      if (code === 'EADDRINUSE') resolve(false)
      else if (code === 'EACCES') reject(new Error(`Port ${port} is for privileged processes; take one above 1023: PORT=3001 npm start`))
      else reject(new Error(`Cannot listen on ${host}:${port}: ${error.message}`, { cause: error }))
    })
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
