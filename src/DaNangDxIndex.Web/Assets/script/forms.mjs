// Small courtesies of forms: the focus goes to what has to be read first, and an impatient second press sends nothing.
export function focusFirst() {
  const first = document.querySelector('main > :is(.govuk-error-summary, .banner-success)')
  first?.focus()
}

export function leadToField(summary) {
  summary.addEventListener('click', event => {
    const field = document.getElementById(event.target.closest('a')?.hash.slice(1))
    if (!field) return
    event.preventDefault()
    field.scrollIntoView({ block: 'center' })
    field.focus({ preventScroll: true })
  })
}

export function sendOnce(form) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
    setTimeout(() => delete form.dataset.sent, 3000)
  })
}
