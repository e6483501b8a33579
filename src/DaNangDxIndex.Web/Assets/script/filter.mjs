// Narrows a ranked table while one types; without script the same form asks the server.
import { matches } from './fold.mjs'

export function shows(row, asked) {
  return matches(`${row.name} ${row.code ?? ''}`, asked.q)
    && (!asked.tier || row.tier === asked.tier) && (!asked.parent || row.parent === asked.parent)
}

export function filterTable(form) {
  const table = document.querySelector(`[data-filtered="${form.dataset.filter}"]`)
  if (!table || whole(form) === false) return
  const count = form.querySelector('[data-filter-count]')
  const submit = form.querySelector('[data-filter-submit]')
  submit.hidden = true
  form.addEventListener('input', apply)
  form.addEventListener('submit', event => {
    // Another button sends the words elsewhere.
    if (event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    apply()
  })

  function apply() {
    const asked = { q: '', tier: '', parent: '', ...Object.fromEntries(new FormData(form)) }
    let shown = 0
    for (const body of table.tBodies) {
      const rows = [...body.querySelectorAll('[data-row]')]
      for (const row of rows) {
        row.hidden = !shows(row.dataset, asked)
        shown += row.hidden ? 0 : 1
      }
      body.hidden = rows.length > 0 && rows.every(row => row.hidden)
    }
    count.textContent = count.dataset.filterCount.replace('{0}', String(shown))
    history.replaceState(null, '', address(asked))
  }
}

// A page that the server has narrowed holds only some of the rows: there the server goes on filtering.
function whole(form) {
  const asked = new FormData(form)
  return !asked.get('q') && !asked.get('tier') && !asked.get('parent')
}

// The address keeps the state of the view, so that it can be shared.
function address(asked) {
  const url = new URL(location.href)
  for (const [key, value] of Object.entries(asked)) {
    if (value) url.searchParams.set(key, value)
    else url.searchParams.delete(key)
  }
  return url
}
