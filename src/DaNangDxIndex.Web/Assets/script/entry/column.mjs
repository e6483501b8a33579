// A column of a spreadsheet as text, cut into cells. Without a browser.
export const mostCells = 200

/** Null where this is no column but a single value, which the field takes by itself. */
export function columnOf(text) {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  if (lines.length === 1 && !lines[0].includes('\t')) return null
  return { cells: lines.map(line => unquoted(line.split('\t')[0])), hasMore: lines.some(line => line.includes('\t')) }
}

/** A spreadsheet puts what holds a quote into quotes. */
function unquoted(cell) {
  const text = cell.trim()
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
}

/** Which cell goes to which field, from the focused one downward. */
export function placesOf(cells, fields, from) {
  const below = fields.slice(from)
  return {
    pairs: cells.slice(0, below.length).map((text, place) => ({ field: below[place], text })),
    over: Math.max(0, cells.length - below.length),
  }
}
