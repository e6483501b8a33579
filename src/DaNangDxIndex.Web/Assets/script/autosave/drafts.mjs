// What is typed and not yet saved, kept in the browser's own storage for one person at one agency's form. Storage may be full,
// switched off or refused: then nothing is kept, and who types is told.

/** Key of an unsaved value; the scope names person, tenant, language, edition and agency. */
export function draftKey(scope, figure) {
  return `dx:${scope}:${figure}`
}

export function drafts(scope, storageOf = () => localStorage) {
  const attempt = (act, otherwise) => {
    try {
      return act(storageOf())
    } catch {
      return otherwise
    }
  }
  return {
    /** False where the browser does not keep it. */
    keep: (figure, draft) => attempt(storage => {
      storage.setItem(draftKey(scope, figure), JSON.stringify(draft))
      return true
    }, false),
    drop: figure => attempt(storage => storage.removeItem(draftKey(scope, figure))),
    /** A kept value worth showing: it differs from what the page shows. */
    read: (figure, shown) => readDraft(attempt(storage => storage.getItem(draftKey(scope, figure)), null), shown),
  }
}

export function readDraft(stored, shown) {
  if (!stored) return null
  try {
    const draft = JSON.parse(stored)
    return typeof draft.value === 'string' && draft.value !== shown ? draft : null
  } catch {
    return null
  }
}
