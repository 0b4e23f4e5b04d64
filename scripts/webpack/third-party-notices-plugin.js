/**
 * Writes THIRD-PARTY-NOTICES.txt beside a build: name, version, licence and notice texts of every package that is really in
 * it, as the licences of MIT, BSD and Apache-2.0 packages ask for.
 */
const fs = require('node:fs');
const path = require('node:path');
const { TEXTS } = require('./licence-texts.js');

const FILE = 'THIRD-PARTY-NOTICES.txt';
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([-.].*)?$/i;

/** The folder of the package that a module's file belongs to; `null` for our own files. */
function packageFolder(file) {
  const marker = `${path.sep}node_modules${path.sep}`;
  const at = file.lastIndexOf(marker);
  if (at < 0) return null;
  const parts = file.slice(at + marker.length).split(path.sep);
  const name = parts[0].startsWith('@') ? path.join(parts[0], parts[1]) : parts[0];
  return file.slice(0, at + marker.length) + name;
}

/** Every file behind a module, concatenated modules opened up. */
function filesOf(module) {
  const inner = module.modules ? [...module.modules].flatMap(filesOf) : [];
  const own = module.nameForCondition?.();
  return own ? [own, ...inner] : inner;
}

function describePackage(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = fs
    .readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file) && fs.statSync(path.join(folder, file)).isFile())
    .sort()
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim());
  const licence = typeof manifest.license === 'string' ? manifest.license : (manifest.license?.type ?? null);
  const author = typeof manifest.author === 'string' ? manifest.author : (manifest.author?.name ?? null);
  return { title: `${manifest.name} ${manifest.version}`, licence, author, text: texts.join('\n\n') };
}

/** The full Apache License, as one of the packages under it carries it. */
const APACHE = /Apache License\s+Version 2\.0[\s\S]+END OF TERMS AND CONDITIONS/;

/** What stands for a package without a licence text of its own. Throws when its licence has none that we know. */
function standardText({ title, licence, author }, packages) {
  const apache = packages.map(({ text }) => APACHE.exec(text)?.[0]).find((text) => text !== undefined);
  const text = licence === 'Apache-2.0' ? apache : TEXTS[licence];
  if (text === undefined)
    throw new Error(`${title} comes without a licence text, and there is none to hand for ${licence ?? 'no licence'}`);
  return `Copyright ${author ?? `the authors of ${title}`}\n\n${text}`;
}

/** Packages that carry the same text share one entry. */
function noticesOf(folders) {
  const packages = folders.map(describePackage);
  const byText = new Map();
  for (const one of packages) {
    const body = one.text || standardText(one, packages);
    const titles = byText.get(body) ?? new Set();
    byText.set(body, titles.add(one.licence ? `${one.title} (${one.licence})` : one.title));
  }
  const entries = [...byText].map(([body, titles]) => ({ titles: [...titles].sort(), body }));
  entries.sort((a, b) => (a.titles[0] < b.titles[0] ? -1 : 1));
  const head = 'This build contains the following packages. Each is the work of its authors and used under its own licence.';
  return [head, ...entries.map(({ titles, body }) => `${'-'.repeat(80)}\n${titles.join('\n')}\n\n${body}`)].join('\n\n') + '\n';
}

class ThirdPartyNoticesPlugin {
  /** `also`: folders of packages that are copied into the build rather than bundled. */
  constructor({ also = [] } = {}) {
    this.also = also;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('ThirdPartyNoticesPlugin', (compilation) => {
      const { Compilation, sources } = compiler.webpack;
      compilation.hooks.processAssets.tap({ name: 'ThirdPartyNoticesPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => {
        const folders = new Set(this.also);
        for (const module of compilation.modules) {
          for (const file of filesOf(module)) {
            const folder = packageFolder(file);
            if (folder) folders.add(folder);
          }
        }
        compilation.emitAsset(FILE, new sources.RawSource(noticesOf([...folders].sort())));
      });
    });
  }
}

module.exports = { ThirdPartyNoticesPlugin, noticesOf };
