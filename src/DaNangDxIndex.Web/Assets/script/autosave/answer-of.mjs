// One way to read and write an input, a text area, a list or a group of radios.
export function answerOf(element) {
  if (!('value' in element)) return radios(element)
  return {
    get id() { return element.id },
    get value() { return element.value },
    set value(value) { element.value = value },
    get shown() { return element.selectedOptions?.[0]?.textContent.trim() ?? element.value },
    focus() { element.focus() },
  }
}

function radios(element) {
  const inputs = () => [...element.querySelectorAll('input')]
  const checked = () => inputs().find(input => input.checked)
  return {
    get id() { return inputs()[0].id },
    get value() { return checked()?.value ?? '' },
    set value(value) { for (const input of inputs()) input.checked = input.value === value },
    get shown() { return checked()?.labels[0]?.textContent.trim() ?? '' },
    focus() { (checked() ?? inputs()[0]).focus() },
  }
}
