/**
 * One call to an OpenAI-compatible server: GET without a body, POST with one, with the key of INFERENCE_API_KEY where there is one.
 * @throws Error in one line, with the address
 */
export async function askServer(url: string, body?: object): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(process.env.INFERENCE_API_KEY && { authorization: `Bearer ${process.env.INFERENCE_API_KEY}` }),
  }
  try {
    const response = await fetch(url, body && { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    return await response.json()
  } catch (cause) {
    throw new Error(`${url} could not be asked: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
