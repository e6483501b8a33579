// Which field a key leads to. Without a browser.

/** The steps that a key makes in a column of fields; null where the field keeps the key for itself. */
export function stepOf({ key, shiftKey, ctrlKey, altKey, metaKey }, kind) {
  if (ctrlKey || altKey || metaKey || kind === 'textarea') return null
  if (key === 'Enter') return shiftKey ? -1 : 1
  if (kind !== 'text' || shiftKey) return null
  return { ArrowDown: 1, ArrowUp: -1 }[key] ?? null
}

/** The place after so many steps; at the ends one stays, except that the way down leads on to what follows the fields. */
export function placeAfter(place, step, count) {
  const next = place + step
  if (next < 0) return 0
  return next >= count ? null : next
}

/** How a field takes keys: "text", "choice" or "textarea". */
export function kindOf(field) {
  if (field.tagName === 'TEXTAREA') return 'textarea'
  return field.tagName === 'INPUT' && field.type === 'text' ? 'text' : 'choice'
}
