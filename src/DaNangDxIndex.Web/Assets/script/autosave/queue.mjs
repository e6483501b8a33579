// What one field holds, has sent and has saved, and in which order saves go out. Knows nothing of pages and requests.

/** Saves go out one after another, so the points that come back are in order. */
export function oneAfterAnother() {
  let last = Promise.resolve()
  return work => { last = last.then(work, work) }
}

/** The record of one field, from the value and version that the page was made with. */
export function record(value, version) {
  let saved = value
  let refused = null
  let sending = null
  let asked = 0
  let attempt = 0
  let signedOut = false
  return {
    get version() { return version },
    get isSignedOut() { return signedOut },
    get isTryingAgain() { return attempt > 0 },

    isUnsaved: current => current !== saved,

    /** Not what was refused as it stands, and not what is stored already, unless an error still stands beside it. */
    mayGo: (current, showsError) => current !== refused && (current !== saved || showsError),

    /** The turn of a save that waits for others; only the latest one of a field still goes out. */
    ask: () => ++asked,
    isLatest: turn => turn === asked,

    begin(current) { sending = current },

    /** What goes out while the page closes, and on which version: a save that is under way will have raised it by one. */
    parting(current) {
      if (current === saved || current === refused || current === sending || signedOut) return null
      return { value: current, version: sending === null ? version : String(Number(version) + 1) }
    },

    /** A draft from an earlier visit builds on the version that was seen then. */
    restore(draftVersion) { version = draftVersion },

    accept(stored, newVersion, hasNewer) {
      version = String(newVersion)
      saved = hasNewer ? null : stored
      refused = sending = null
      attempt = 0
      signedOut = false
    },

    refuse(current) {
      refused = current
      sending = null
      attempt = 0
    },

    signOut() {
      signedOut = true
      sending = null
    },

    signIn() { signedOut = false },

    wait() { sending = null },

    /** How many tries were in vain before this one. */
    fail() {
      sending = null
      return attempt++
    },

    overrule(theirVersion) {
      version = String(theirVersion)
      sending = null
    },
  }
}
