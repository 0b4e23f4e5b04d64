/**
 * Where is a browser of the Chromium family on this machine? Used by the tests, the icons and `npm start`.
 * `GOUJI_BROWSER` (a path) wins over the search.
 */
const fs = require('node:fs');
const path = require('node:path');

const ON_PATH = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
      ['/Applications', path.join(process.env.HOME ?? '', 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ].flatMap((file) => roots.map((root) => path.win32.join(root, file)));
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium', '/usr/lib/chromium/chromium'];
}

/** @returns {string[]} */
function placesOnPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return ON_PATH.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)));
}

/** @param {string} file */
function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The path of the browser to drive.
 * @returns {string | null}
 */
function findBrowser() {
  const named = process.env.GOUJI_BROWSER;
  if (named !== undefined && named !== '') return isProgram(named) ? named : null;
  return [...placesOnPath(), ...usualPlaces()].find(isProgram) ?? null;
}

/** Flags with which a browser is driven: quiet on the network, and without a sandbox where the user is root (containers). */
const BROWSER_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

module.exports = { findBrowser, BROWSER_FLAGS };
