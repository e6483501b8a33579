// The list of the bench begins where the open criterion stands.
export function showOpened(list) {
  const opened = list.querySelector('[aria-current]')
  if (opened) list.scrollTop = opened.offsetTop - list.offsetTop - list.clientHeight / 3
}
