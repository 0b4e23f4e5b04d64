/**
 * What no schema says about manifest.xml: resources that exist, icons of the size they claim, functions that the code has,
 * one origin, both languages. Each check returns sentences; an empty list is a pass.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { all, child, descendants } from './tree.mjs';

/** @typedef {import('./tree.mjs').Element} Element */

const ICON_SIZES = [16, 32, 80];
/** Limits of the add-in-only manifest. */
const LIMITS = { resid: 32, ShortStrings: 125, LongStrings: 250 };
const REQUIRED_SETS = { ExcelApi: '1.10', SharedRuntime: '1.1' };

/** The kind of resource that an element refers to by its resid. */
function residKind(/** @type {string} */ element) {
  if (element === 'Image') return 'Images';
  if (['Runtime', 'FunctionFile', 'SourceLocation', 'LearnMoreUrl'].includes(element)) return 'Urls';
  return element === 'Description' ? 'LongStrings' : 'ShortStrings';
}

/** Width and height in a PNG's header; `null` when the file is no PNG. */
function pngSize(/** @type {string} */ file) {
  const bytes = readFileSync(file);
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** @param {Element} manifest */
function resources(manifest) {
  const [holder] = all(manifest, 'Resources');
  return (holder?.children ?? []).flatMap((kind) =>
    kind.children.map((resource) => ({ kind: kind.name, id: resource.attributes['id'] ?? '', resource })),
  );
}

/** @param {Element} manifest */
function checkResources(manifest) {
  const known = resources(manifest);
  const used = new Set();
  const problems = [];
  for (const element of descendants(manifest)) {
    const resid = element.attributes['resid'];
    if (resid === undefined) continue;
    used.add(resid);
    const found = known.find((one) => one.id === resid);
    if (found === undefined) problems.push(`line ${element.line}: there is no resource "${resid}"`);
    else if (found.kind !== residKind(element.name))
      problems.push(`line ${element.line}: "${resid}" is among ${found.kind}, not ${residKind(element.name)}`);
  }
  for (const { id, kind, resource } of known) {
    if (!used.has(id)) problems.push(`line ${resource.line}: nothing uses the resource "${id}"`);
    if (id.length > LIMITS.resid) problems.push(`line ${resource.line}: the id "${id}" is longer than ${LIMITS.resid} characters`);
    if (kind === 'ShortStrings' || kind === 'LongStrings') problems.push(...checkString(resource, LIMITS[kind]));
  }
  return problems;
}

/** @param {Element} string @param {number} limit */
function checkString(string, limit) {
  const english = string.children.find((one) => one.name === 'Override' && one.attributes['Locale'] === 'en-US')?.attributes['Value'];
  const problems = [];
  if (!english) problems.push(`line ${string.line}: "${string.attributes['id']}" has no en-US text`);
  for (const text of [string.attributes['DefaultValue'] ?? '', english ?? '']) {
    if (text.length > limit) problems.push(`line ${string.line}: "${text.slice(0, 20)}…" is longer than ${limit} characters`);
  }
  return problems;
}

/** @param {Element} manifest */
function checkUniqueIds(manifest) {
  const seen = new Set();
  const problems = [];
  for (const element of descendants(manifest)) {
    const id = element.attributes['id'];
    if (id === undefined) continue;
    if (seen.has(id)) problems.push(`line ${element.line}: the id "${id}" is used twice`);
    seen.add(id);
  }
  return problems;
}

/** @param {Element} manifest @param {string} root */
function checkIcons(manifest, root) {
  const urls = new Map(resources(manifest).map(({ id, resource }) => [id, resource.attributes['DefaultValue'] ?? '']));
  const wanted = [
    { url: child(manifest, 'IconUrl')?.attributes['DefaultValue'] ?? '', size: 32 },
    { url: child(manifest, 'HighResolutionIconUrl')?.attributes['DefaultValue'] ?? '', size: 64 },
  ];
  const problems = [];
  for (const icon of all(manifest, 'Icon')) {
    const images = icon.children.map((image) => ({
      size: Number(image.attributes['size']),
      url: urls.get(image.attributes['resid'] ?? '') ?? '',
    }));
    for (const size of ICON_SIZES)
      if (!images.some((image) => image.size === size)) problems.push(`line ${icon.line}: an icon of ${size} pixels is missing`);
    wanted.push(...images);
  }
  for (const { url, size } of wanted) {
    const name = URL.canParse(url) ? new URL(url).pathname.slice(1) : '';
    const file = path.join(root, name);
    if (name === '' || !existsSync(file)) problems.push(`the icon "${name || url}" does not exist`);
    else {
      const actual = pngSize(file);
      if (actual?.width !== size || actual.height !== size) problems.push(`the icon "${name}" is not ${size} × ${size} pixels`);
    }
  }
  return problems;
}

/** @param {Element} manifest */
function checkOrigin(manifest) {
  const values = descendants(manifest).flatMap(({ attributes, line }) =>
    ['DefaultValue', 'Value'].flatMap((name) => {
      const value = attributes[name];
      return value !== undefined && /^\w+:\/\//.test(value) ? [{ value, line }] : [];
    }),
  );
  const first = values[0] === undefined ? '' : new URL(values[0].value).origin;
  const problems = first.startsWith('https://') ? [] : [`the addresses must begin with https://, not "${first}"`];
  for (const { value, line } of values) {
    if (new URL(value).origin !== first) problems.push(`line ${line}: "${value}" is not under ${first}`);
  }
  return problems;
}

/** The ids that src/commands registers; `null` when their list is not found. @param {string} root @returns {string[] | null} */
function commandsOf(root) {
  const code = readFileSync(path.join(root, 'src/commands/index.ts'), 'utf8');
  const list = /export const COMMANDS = \[([^\]]*)\]/.exec(code)?.[1];
  return list === undefined ? null : [...list.matchAll(/'(\w+)'/g)].map(([, id]) => id ?? '');
}

/**
 * Every function of the ribbon must be among the commands that the code registers, and every command on the ribbon.
 * @param {Element} manifest
 * @param {string} root
 */
function checkFunctions(manifest, root) {
  const commands = commandsOf(root);
  if (commands === null) return ['src/commands/index.ts has no list COMMANDS'];
  const functions = all(manifest, 'FunctionName');
  const missing = functions
    .filter(({ text }) => !commands.includes(text))
    .map(({ text, line }) => `line ${line}: src/commands has no function "${text}"`);
  const unused = commands
    .filter((id) => !functions.some(({ text }) => text === id))
    .map((id) => `no button executes "${id}" of src/commands`);
  return [...missing, ...unused];
}

/**
 * The keyboard shortcuts lie in a file of their own; each must lead to a command, and no key to two.
 * @param {Element} manifest
 * @param {string} root
 */
function checkShortcuts(manifest, root) {
  const url = child(manifest, 'ExtendedOverrides')?.attributes['Url'] ?? '';
  if (!URL.canParse(url)) return ['ExtendedOverrides must name the file of keyboard shortcuts'];
  const origin = new URL(child(manifest, 'IconUrl')?.attributes['DefaultValue'] ?? url).origin;
  if (new URL(url).origin !== origin) return [`"${url}" is not under ${origin}`];
  const file = path.join(root, new URL(url).pathname.slice(1));
  if (!existsSync(file)) return [`the file "${path.basename(file)}" does not exist`];
  const { actions = [], shortcuts = [] } = JSON.parse(readFileSync(file, 'utf8'));
  const known = commandsOf(root) ?? [];
  const ids = actions.map((/** @type {{ id: string }} */ action) => action.id);
  const keys = shortcuts.map((/** @type {{ key: { default: string } }} */ shortcut) => shortcut.key.default);
  return [
    ...ids
      .filter((/** @type {string} */ id) => !known.includes(id))
      .map((/** @type {string} */ id) => `src/commands has no function "${id}" for a shortcut`),
    ...shortcuts
      .filter((/** @type {{ action: string }} */ { action }) => !ids.includes(action))
      .map((/** @type {{ action: string }} */ { action }) => `the shortcut of "${action}" has no action`),
    ...keys
      .filter((/** @type {string} */ key, /** @type {number} */ index) => keys.indexOf(key) !== index)
      .map((/** @type {string} */ key) => `the key ${key} has two actions`),
  ];
}

/** @param {Element} manifest */
function checkSharedRuntime(manifest) {
  const problems = [];
  const runtimes = all(manifest, 'Runtime');
  const [runtime] = runtimes;
  if (runtimes.length !== 1 || runtime?.attributes['lifetime'] !== 'long') problems.push('there must be one Runtime, with lifetime="long"');
  const pages = ['FunctionFile', 'SourceLocation']
    .flatMap((name) => all(manifest, name))
    .filter((one) => one.attributes['resid'] !== undefined);
  for (const page of pages) {
    if (page.attributes['resid'] !== runtime?.attributes['resid'])
      problems.push(`line ${page.line}: ${page.name} must be the runtime's page`);
  }
  for (const host of all(manifest, 'Host').filter((one) => one.children.length > 0)) {
    if (host.children[0]?.name !== 'Runtimes') problems.push(`line ${host.line}: Runtimes must come first in Host`);
  }
  return problems;
}

/** @param {Element} manifest */
function checkRequirements(manifest) {
  const requirements = child(manifest, 'Requirements');
  const sets = requirements === undefined ? [] : all(requirements, 'Set');
  return Object.entries(REQUIRED_SETS).flatMap(([name, version]) =>
    sets.some((set) => set.attributes['Name'] === name && set.attributes['MinVersion'] === version)
      ? []
      : [`Requirements must ask for ${name} ${version}`],
  );
}

/** @param {Element} manifest @param {string} root */
function checkIdentity(manifest, root) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const problems = [];
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(child(manifest, 'Id')?.text ?? '')) problems.push('Id is not a GUID');
  if (child(manifest, 'Version')?.text !== `${version}.0`) problems.push(`Version must be ${version}.0, as package.json says`);
  if (child(manifest, 'DefaultLocale')?.text !== 'zh-CN') problems.push('DefaultLocale must be zh-CN');
  for (const name of ['DisplayName', 'Description']) {
    if (child(child(manifest, name) ?? manifest, 'Override')?.attributes['Locale'] !== 'en-US') problems.push(`${name} has no en-US text`);
  }
  return problems;
}

/**
 * Everything that is wrong with the manifest, in sentences.
 * @param {Element} manifest
 * @param {string} root the project's folder: icons and src/commands are looked up there
 */
export function structuralProblems(manifest, root) {
  return [
    ...checkIdentity(manifest, root),
    ...checkRequirements(manifest),
    ...checkSharedRuntime(manifest),
    ...checkResources(manifest),
    ...checkUniqueIds(manifest),
    ...checkIcons(manifest, root),
    ...checkOrigin(manifest),
    ...checkFunctions(manifest, root),
    ...checkShortcuts(manifest, root),
  ];
}
