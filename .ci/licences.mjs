// Components of the bills of materials in a folder with their licences, compared with docs/licences.md.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const rows = [...readFileSync('docs/licences.md', 'utf8').matchAll(/^\| (?<name>\S+) \| (?<version>\S+) \| (?<licence>[^|]+?) \|/gm)];
const named = new Map(rows.map(({ groups }) => [`${groups.name} ${groups.version}`, groups.licence]));
const found = new Map();
for (const file of readdirSync(folder).filter(name => name.endsWith('.cdx.json'))) {
  for (const { group, name, version } of JSON.parse(readFileSync(join(folder, file), 'utf8')).components ?? []) {
    const key = `${group && file.startsWith('front') ? `${group}/` : ''}${name} ${version}`;
    if (!name.startsWith('DaNangDxIndex')) found.set(key, named.get(key));
  }
}
const sorted = [...found].sort();
writeFileSync(join(folder, 'licences.tsv'), sorted.map(([key, licence]) => `${key.replace(' ', '\t')}\t${licence ?? '?'}\n`).join(''));
const counts = {};
for (const [, licence = 'not in docs/licences.md'] of sorted) counts[licence] = (counts[licence] ?? 0) + 1;
console.log(`${sorted.length} packages: ${Object.entries(counts).map(([licence, of]) => `${of} ${licence}`).sort().join(', ')}`);
for (const [key] of sorted.filter(([, licence]) => !licence)) console.error(`not in docs/licences.md: ${key}`);
process.exitCode = sorted.length > 0 && sorted.every(([, licence]) => licence) ? 0 : 1;
