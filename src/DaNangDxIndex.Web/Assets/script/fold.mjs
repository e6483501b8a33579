// Text as people search it: "dong da" finds "Đống Đa". Đ survives NFD, so it is mapped first.
export function fold(text) {
  return text.replace(/[Đđ]/g, 'd').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

// Every word asked for begins or stands somewhere in the text, in any order.
export function matches(text, asked) {
  const folded = fold(text)
  return fold(asked).split(' ').every(word => folded.includes(word))
}
