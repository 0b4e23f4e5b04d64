/**
 * Adds `office-metadata.json` (types, members and requirement sets of the Excel API) to the workbench. It is extracted from
 * office.js at build time and never kept in the repository.
 */
const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');

const script = path.resolve(__dirname, '../extract-office-metadata.mjs');

class OfficeMetadataPlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('OfficeMetadataPlugin', (compilation) => {
      if (!fs.existsSync(script)) return;
      execFileSync(process.execPath, [script, path.join(compilation.outputOptions.path, 'office-metadata.json')], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    });
  }
}

module.exports = { OfficeMetadataPlugin };
