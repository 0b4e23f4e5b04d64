/**
 * Which folder of src may import which? Imports point downward only:
 * core ← i18n ← present ← {excel, xlsx, docx} ← {commands} ← {taskpane, cli, workbench}.
 */
import path from 'node:path';

/** Each folder of src: which other folders it may import, and which packages (a prefix ending in `/` takes a scope in). */
export const LAYERS = {
  // saxes, yaml and valibot read what users lay down (settings, own relations): strict, and as pure as the rest of core.
  core: { folders: [], packages: ['saxes', 'valibot', 'yalps', 'yaml'] },
  i18n: { folders: [], packages: [] },
  present: { folders: ['core', 'i18n'], packages: [] },
  excel: { folders: ['core', 'i18n', 'present'], packages: [] },
  xlsx: { folders: ['core', 'i18n', 'present'], packages: ['fflate', 'saxes', '@e965/xlsx'] },
  // A .docx is a zip as well: it is opened by the careful reader of xlsx.
  docx: { folders: ['core', 'i18n', 'present', 'xlsx'], packages: ['fflate', 'saxes', 'mammoth'] },
  // Files that the user adds to the open workbook are read by the file edges.
  commands: { folders: ['core', 'i18n', 'present', 'excel', 'xlsx', 'docx'], packages: [] },
  taskpane: {
    folders: ['core', 'i18n', 'present', 'excel', 'commands', 'docx'],
    packages: ['react', 'react-dom', 'office-ui-fabric-react'],
  },
  cli: { folders: ['core', 'i18n', 'present', 'xlsx', 'docx'], packages: ['node:'], files: ['package.json'] },
  workbench: {
    folders: ['core', 'i18n', 'present', 'xlsx', 'docx'],
    packages: ['@univerjs/', 'react', 'react-dom', 'rxjs', 'fflate', 'saxes', '@e965/xlsx'],
  },
};

function isAllowedPackage(name, packages) {
  return packages.some((allowed) =>
    /[/:]$/.test(allowed) ? name.startsWith(allowed) : name === allowed || name.startsWith(`${allowed}/`),
  );
}

/** The reason why `file` may not import `source`; `null` when it may. Paths are relative to the project, with `/`. */
export function reasonAgainst(file, source) {
  const [top, layer] = file.split('/');
  const rules = top === 'src' ? LAYERS[layer] : undefined;
  if (rules === undefined)
    return top === 'src' ? `src/${layer} has no place among the layers: add it to eslint-rules/layer-imports.mjs` : null;
  if (!source.startsWith('.')) {
    return isAllowedPackage(source, rules.packages) ? null : `src/${layer} may not use the package "${source}"`;
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), source));
  if (rules.files?.includes(target)) return null;
  const [targetTop, targetLayer] = target.split('/');
  if (targetTop !== 'src') return `src may not import "${target}"`;
  if (targetLayer === layer || rules.folders.includes(targetLayer)) return null;
  return `src/${layer} may not import src/${targetLayer}: imports point downward only`;
}

export const layerImports = {
  meta: {
    type: 'problem',
    docs: { description: 'Hold the direction of imports between the folders of src.' },
    schema: [],
    messages: { against: '{{reason}}.' },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const visit = (node) => {
      if (node.source?.type !== 'Literal') return;
      const reason = reasonAgainst(file, String(node.source.value));
      if (reason !== null) context.report({ node: node.source, messageId: 'against', data: { reason } });
    };
    return {
      ImportDeclaration: visit,
      ImportExpression: visit,
      ExportNamedDeclaration: visit,
      ExportAllDeclaration: visit,
      TSImportType: (node) => visit({ source: node.source ?? node.argument?.literal }),
    };
  },
};
