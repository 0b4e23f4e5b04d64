/**
 * Puts the built pane into the workbench: the same files, and in its pages one script more, `shim.js`, first in the head, which stands in
 * for Excel's window.external. Nothing else differs (test/project/build.test.ts).
 */
const fs = require('node:fs');
const path = require('node:path');

const NOTICES = 'THIRD-PARTY-NOTICES.txt';
/** The pane itself, and the small window after a check. */
const PAGES = ['taskpane.html', 'dialog.html'];
const SHIM = '<script src="shim.js"></script>';

/** The page with the shim first in its head. Throws when the page has no head. */
function withShim(html) {
  const head = /<head[^>]*>/i.exec(html);
  if (!head) throw new Error('A page of the pane has no <head>: the workbench cannot put its shim there');
  const end = head.index + head[0].length;
  return html.slice(0, end) + SHIM + html.slice(end);
}

class PaneInWorkbenchPlugin {
  constructor({ pane }) {
    this.pane = pane;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('PaneInWorkbenchPlugin', (compilation) => {
      if (PAGES.some((page) => !fs.existsSync(path.join(this.pane, page)))) {
        compilation.warnings.push(new Error('dist/pane is missing: build the pane first, then the workbench'));
        return;
      }
      const output = compilation.outputOptions.path;
      fs.cpSync(this.pane, output, { recursive: true, filter: (from) => path.basename(from) !== NOTICES });
      fs.copyFileSync(path.join(this.pane, NOTICES), path.join(output, 'THIRD-PARTY-NOTICES-pane.txt'));
      for (const page of PAGES) fs.writeFileSync(path.join(output, page), withShim(fs.readFileSync(path.join(this.pane, page), 'utf8')));
    });
  }
}

module.exports = { PaneInWorkbenchPlugin, withShim };
