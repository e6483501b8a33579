// What an answer of the server means, when to try again, and where to sign in. Without a browser.

/** Waits 1, 2, 4 ... 60 seconds; a server that names a time is obeyed. */
export function retryDelay(attempt, retryAfter) {
  const named = Number(retryAfter)
  return named > 0 ? Math.min(named, 300) * 1000 : Math.min(2 ** attempt, 60) * 1000
}

/** What came back: saved, conflict, refused, signedOut or later. */
export function readAnswer(status, body, retryAfter) {
  if (status >= 200 && status < 300) return { kind: 'saved', ...body }
  // A bare 400 is the form's token: it belongs to a sign-in that is no more.
  if (status === 401 || (status === 400 && !sentence(body, ''))) return { kind: 'signedOut' }
  if (status === 412) {
    const { yours, theirs, version } = body ?? {}
    return { kind: 'conflict', message: sentence(body, ''), yours, theirs: theirs ?? '', version }
  }
  if (status === 408 || status === 429 || status >= 500) return { kind: 'later', retryAfter }
  return { kind: 'refused', message: sentence(body) }
}

// A problem document says it in detail, or field by field in errors.
function sentence(body, otherwise = body?.title || '') {
  const errors = Array.isArray(body?.errors) ? body.errors.map(error => error.message ?? error) : Object.values(body?.errors ?? {}).flat()
  return body?.detail || errors.join(' ') || otherwise
}

/**
 * A save whose answer was lost comes back as a conflict with oneself: nothing to choose there. What is stored is written in groups, what
 * was typed perhaps not, or with spaces.
 */
export function isOwnEcho(answer, value, language = 'vi') {
  const plain = text => text.replace(/\s/g, '').replaceAll(language === 'en' ? ',' : '.', '')
  return answer.kind === 'conflict' && plain(answer.theirs) === plain(value)
}

/** "Đã lưu {0}" with what belongs there. */
export function fill(text, ...values) {
  return values.reduce((filled, value, place) => filled.replaceAll(`{${place}}`, String(value)), text)
}

/** The sign-in page, with the way back to this very field. */
export function signInAddress(signIn, here, field) {
  const back = `${here.pathname}${here.search}#${field}`
  return `${signIn}${signIn.includes('?') ? '&' : '?'}returnUrl=${encodeURIComponent(back)}`
}
