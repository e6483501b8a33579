// One field's way to the server, and what its answer means.
import { readAnswer } from './answers.mjs'

const longestWait = 20_000

/** The answer as one kind of thing (see answers.mjs); "lost" where none came. */
export async function put(url, { value, version }, token) {
  try {
    const response = await fetch(url, {
      method: 'PATCH',
      keepalive: true,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(longestWait),
      headers: headers(version, token),
      body: JSON.stringify({ value }),
    })
    const body = response.headers.get('Content-Type')?.includes('json') ? await response.json() : null
    return response.ok && !body ? { kind: 'later' } : readAnswer(response.status, body, response.headers.get('Retry-After'))
  } catch {
    return { kind: 'lost' }
  }
}

/** The last word of a page that closes: nobody is there any more to hear the answer. */
export function putAtParting(url, { value, version }, token) {
  fetch(url, {
    method: 'PATCH',
    keepalive: true,
    credentials: 'same-origin',
    headers: headers(version, token),
    body: JSON.stringify({ value }),
  })
    .catch(() => {})
}

/** What the server makes of something that it does not keep; null where no answer came. */
export async function ask(url, content, token) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(longestWait),
      headers: headers(0, token),
      body: JSON.stringify(content),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

function headers(version, token) {
  const language = document.documentElement.lang
  return {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'Accept-Language': language,
    'Content-Language': language,
    'If-Match': `"${version}"`,
    'X-Requested-With': 'fetch',
    RequestVerificationToken: token,
  }
}
