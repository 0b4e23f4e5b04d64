/**
 * Puts the built pane into the workbench: the same files, and in taskpane.html one script more, `shim.js`, first in the head,
 * which stands in for Excel's window.external. Nothing else differs (test/project/pane-in-workbench.test.ts).
 */
const fs = require('node:fs');
const path = require('node:path');

const NOTICES = 'THIRD-PARTY-NOTICES.txt';
const SHIM = '<script src="shim.js"></script>';

/** The page with the shim first in its head. Throws when the page has no head. */
function withShim(html) {
  const head = /<head[^>]*>/i.exec(html);
  if (!head) throw new Error('taskpane.html has no <head>: the workbench cannot put its shim there');
  const end = head.index + head[0].length;
  return html.slice(0, end) + SHIM + html.slice(end);
}

class PaneInWorkbenchPlugin {
  constructor({ pane }) {
    this.pane = pane;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('PaneInWorkbenchPlugin', (compilation) => {
      const page = path.join(this.pane, 'taskpane.html');
      if (!fs.existsSync(page)) {
        compilation.warnings.push(new Error('dist/pane is missing: build the pane first, then the workbench'));
        return;
      }
      const output = compilation.outputOptions.path;
      fs.cpSync(this.pane, output, { recursive: true, filter: (from) => path.basename(from) !== NOTICES });
      fs.copyFileSync(path.join(this.pane, NOTICES), path.join(output, 'THIRD-PARTY-NOTICES-pane.txt'));
      fs.writeFileSync(path.join(output, 'taskpane.html'), withShim(fs.readFileSync(page, 'utf8')));
    });
  }
}

module.exports = { PaneInWorkbenchPlugin, withShim };
