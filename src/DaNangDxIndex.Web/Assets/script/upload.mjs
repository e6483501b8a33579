// A file that is too large is told so before it is sent; the server says the same to whoever has no script.
export function tellTooLarge(form) {
  const input = form.querySelector('input[type="file"]')
  input?.addEventListener('change', () => {
    const file = input.files[0]
    input.setCustomValidity(file && file.size > Number(form.dataset.largest) ? form.dataset.tooLarge : '')
    input.reportValidity()
  })
  form.addEventListener('submit', event => {
    if (!input?.validationMessage) return
    event.preventDefault()
    input.reportValidity()
  }, { capture: true })
}
