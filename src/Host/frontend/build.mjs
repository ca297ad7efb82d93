// Bundles the office's styles, scripts and icons into wwwroot/dist. Entries keep their names (the pages add ?v=hash through
// asp-append-version); everything they load on their own carries its hash in the name, so all of it can be cached for ever.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const host = dirname(here);
const dist = join(host, 'wwwroot', 'dist');
const watch = process.argv.includes('--watch');

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  logLevel: 'warning',
  target: ['chrome123', 'firefox128', 'safari17.5'],
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
};

const builds = [
  {
    ...shared,
    entryPoints: { app: 'js/app.js' },
    outdir: dist,
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  },
  // Runs before the first paint, so it is a classic script that blocks, and tiny.
  { ...shared, entryPoints: { boot: 'js/boot.js' }, outdir: dist, format: 'iife' },
  {
    ...shared,
    entryPoints: { app: 'css/app.css' },
    outdir: dist,
    loader: { '.woff2': 'file' },
    assetNames: 'assets/[name]-[hash]',
    external: ['/icons/*'],
  },
];

const results = await Promise.all(builds.map((options) => esbuild.build(options)));
const icons = await writeSprite();
await report(results, icons);

if (watch) {
  for (const options of builds) await (await esbuild.context(options)).watch();
  console.log('watching');
}

// One sprite with only the icons that some page, script or class names, outline style. An unknown name stops the build,
// because a page would show a hole instead.
async function writeSprite() {
  const used = new Set();
  for (const line of (await readFile(join(here, 'icons.txt'), 'utf8')).split('\n')) {
    const name = line.replace(/#.*/, '').trim();
    if (name) used.add(name);
  }
  const patterns = [
    /<icon\b[^>]*?\bname="([a-z0-9-]+)"/g,
    /\bicon="([a-z0-9-]+)"/g,
    /\bicon:\s*['"]([a-z0-9-]+)['"]/gi,
    /\bIcon\s*=\s*"([a-z0-9-]+)"/g,
    /\bicon\(['"]([a-z0-9-]+)['"]/g,
  ];
  for (const file of await sources(host)) {
    const text = await readFile(file, 'utf8');
    for (const pattern of patterns) for (const match of text.matchAll(pattern)) used.add(match[1]);
  }

  const folder = join(host, 'node_modules', '@tabler', 'icons', 'icons', 'outline');
  const symbols = [];
  for (const name of [...used].sort()) {
    let svg;
    try {
      svg = await readFile(join(folder, `${name}.svg`), 'utf8');
    } catch {
      throw new Error(`Icon "${name}" is used but is not an outline icon of @tabler/icons.`);
    }
    const body = svg.replace(/<!--[\s\S]*?-->/g, '').match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].replace(/\s*\n\s*/g, '');
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${body}</symbol>`);
  }
  await writeFile(join(dist, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
  return used.size;
}

async function sources(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (['node_modules', 'wwwroot', 'bin', 'obj'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...await sources(path));
    else if (/\.(cshtml|cs|js)$/.test(entry.name)) found.push(path);
  }
  return found;
}

async function report(all, iconCount) {
  const sizes = [];
  for (const { metafile } of all) {
    for (const [path, output] of Object.entries(metafile.outputs)) {
      if (!/\.(js|css)$/.test(path)) continue;
      const compressed = gzipSync(await readFile(join(here, path))).length;
      sizes.push({ path: relative(dist, join(here, path)), compressed, bytes: output.bytes });
    }
  }
  if (process.argv.includes('--sizes')) {
    for (const { path, compressed } of sizes.sort((a, b) => b.compressed - a.compressed)) console.log(`${(compressed / 1024).toFixed(1).padStart(7)} kB  ${path}`);
  }
  const total = sizes.reduce((sum, file) => sum + file.compressed, 0);
  console.log(`frontend: ${sizes.length} files, ${(total / 1024).toFixed(0)} kB compressed, ${iconCount} icons`);
}
