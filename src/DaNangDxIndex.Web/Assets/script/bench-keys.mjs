// The keys of a bench. Digits, j, k and n stay what they are under every Vietnamese input method, also pressed many times in a row; "a"
// pressed twice would be "â". A key typed into a field is never taken, and the switch in the help pane takes all of them away.
const SWITCH = 'dx:bench-keys'
const DECISIONS = { 1: 'Accept', 2: 'Points', 3: 'NotApplicable' }
const ASK = '4'
const FIELDS = { Points: '#Points', NotApplicable: '#Reason' }

export function keysOf(bench, { open, isBusy }) {
  const help = bench.querySelector('[data-bench-keys]')
  if (!help) return
  help.hidden = false
  const on = help.querySelector('[data-bench-keys-on]')
  on.checked = stored() !== 'off'
  on.addEventListener('change', () => store(on.checked ? 'on' : 'off'))
  document.addEventListener('keydown', event => {
    if (!on.checked || event.isComposing || event.altKey || event.metaKey) return
    if (takes(event)) event.preventDefault()
  })

  function takes(event) {
    const { key, target } = event
    if (event.ctrlKey) return key === 'Enter' && save(target)
    if (key === 'Escape' && bench.contains(target)) return leave()
    if (isField(target)) return false
    if (key === '?') return toggleHelp()
    if (isBusy()) return key in DECISIONS || key === ASK || 'jkn'.includes(key)
    if (key === ASK) return ask()
    if (DECISIONS[key]) return decide(DECISIONS[key])
    if (key === 'j' || (key === 'ArrowDown' && isAtLine(target))) return move(1)
    if (key === 'k' || (key === 'ArrowUp' && isAtLine(target))) return move(-1)
    if (key === 'n') return nextWaiting()
    return false
  }

  function decide(decision) {
    const choice = bench.querySelector(`#decision-${decision}`)
    if (!choice) return false
    choice.checked = true
    if (decision === 'Accept') choice.form.requestSubmit()
    else bench.querySelector(FIELDS[decision]).focus()
    return true
  }

  function ask() {
    const field = bench.querySelector('#Question')
    field?.focus()
    return Boolean(field)
  }

  function move(by) {
    const lines = linesOf()
    const next = lines[lines.indexOf(currentLine(bench)) + by]
    if (next) open(next)
    return true
  }

  function nextWaiting() {
    const lines = linesOf()
    const from = lines.indexOf(currentLine(bench)) + 1
    const next = [...lines.slice(from), ...lines.slice(0, from)].find(line => line.dataset.benchLine === 'waits')
    if (next) open(next)
    return true
  }

  function save(target) {
    const form = target.closest('form')
    if (!form || !bench.contains(form) || isBusy()) return false
    form.requestSubmit()
    return true
  }

  function leave() {
    currentLine(bench)?.focus()
    return true
  }

  function toggleHelp() {
    help.open = !help.open
    return true
  }

  function linesOf() {
    return [...bench.querySelectorAll('[data-bench-line]')]
  }
}

export const currentLine = bench => bench.querySelector('[data-bench-line][aria-current]')

const isAtLine = target => target.matches('[data-bench-line]')

const isField = target => target.matches('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])')

function stored() {
  try {
    return localStorage.getItem(SWITCH)
  } catch {
    return null
  }
}

function store(value) {
  try {
    localStorage.setItem(SWITCH, value)
  } catch {
    // It holds for this page at least.
  }
}
