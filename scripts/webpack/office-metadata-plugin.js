/**
 * Adds `office-metadata.json` (types, members and requirement sets of the Excel API) to the workbench. It is extracted from
 * the installed office.js at build time and never kept in the repository.
 */
class OfficeMetadataPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('OfficeMetadataPlugin', (compilation) => {
      const { Compilation, sources } = compiler.webpack;
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: 'OfficeMetadataPlugin', stage }, async () => {
        const { extractOfficeMetadata } = await import('../extract-office-metadata.mjs');
        compilation.emitAsset('office-metadata.json', new sources.RawSource(JSON.stringify(extractOfficeMetadata())));
      });
    });
  }
}

module.exports = { OfficeMetadataPlugin };
