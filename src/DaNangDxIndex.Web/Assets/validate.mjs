// npm run validate -- http://127.0.0.1:5080/da-nang/vi/ ...: holds running pages to the HTML rules of .htmlvalidate.json.
import { readFileSync } from 'node:fs'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'

const rules = JSON.parse(readFileSync(new URL('../.htmlvalidate.json', import.meta.url), 'utf8'))
const html = new HtmlValidate(new StaticConfigLoader(rules))
let faults = 0
for (const address of process.argv.slice(2)) {
  const page = await (await fetch(address)).text()
  const report = await html.validateString(page, address)
  for (const { line, message, ruleId } of report.results.flatMap(result => result.messages)) {
    console.log(`${address}:${line} ${message} (${ruleId})`)
    faults++
  }
}
process.exitCode = faults === 0 ? 0 : 1
