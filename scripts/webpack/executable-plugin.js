/** Gives the command line's file the executable bit, so that `bin` and a direct call both work. */
const fs = require('node:fs');
const path = require('node:path');

class ExecutablePlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('ExecutablePlugin', (compilation) => {
      for (const name of Object.keys(compilation.assets)) {
        if (name.endsWith('.js')) fs.chmodSync(path.join(compilation.outputOptions.path, name), 0o755);
      }
    });
  }
}

module.exports = { ExecutablePlugin };
