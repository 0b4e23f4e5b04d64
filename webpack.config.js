/**
 * Three builds, each by its name (`webpack --config-name pane`): the add-in's page, the workbench, the command line.
 *
 * `--env office=cdn` makes the pane load office.js from Microsoft's network, as add-ins on the open internet do; by default
 * office.js is served from the same place as the page, so that the build works in a closed network.
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { EsbuildPlugin } = require('esbuild-loader');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const webpack = require('webpack');
const { ExecutablePlugin } = require('./scripts/webpack/executable-plugin.js');
const { OfficeMetadataPlugin } = require('./scripts/webpack/office-metadata-plugin.js');
const { PaneInWorkbenchPlugin } = require('./scripts/webpack/pane-in-workbench-plugin.js');
const { ThirdPartyNoticesPlugin } = require('./scripts/webpack/third-party-notices-plugin.js');

const root = __dirname;
const OFFICE_JS_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** WebView2, WKWebView and current browsers (HOST: no supported Excel runs anything older). */
const BROWSER_TARGET = 'es2020';
const NODE_TARGET = 'node20';

/** What office.js asks for in Excel: the host's own file, then the strings of the display language. 86 MB stay behind. */
const OFFICE_JS_FILES = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'o15apptofilemappingtable.js',
  'en-us/office_strings.js',
  'zh-cn/office_strings.js',
];

/** What all three builds share. */
function common(name, target, flavour = '') {
  return {
    name,
    mode: 'production',
    context: root,
    devtool: false,
    cache: {
      type: 'filesystem',
      // In the checkout itself: node_modules may be shared by several, and one's copied files are not another's.
      cacheDirectory: path.join(root, 'build/webpack-cache'),
      name: `${name}${flavour}`,
      buildDependencies: { config: [__filename], lock: [path.join(root, 'package-lock.json')] },
    },
    resolve: { extensions: ['.ts', '.tsx', '...'] },
    module: { rules: [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target, jsx: 'automatic' } }] },
    optimization: { minimizer: [new EsbuildPlugin({ target, css: true, legalComments: 'none' })] },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
}

function pane(env) {
  const cdn = env.office === 'cdn';
  const base = common('pane', BROWSER_TARGET, cdn ? '-cdn' : '');
  const output = path.join(root, cdn ? 'dist/pane-cdn' : 'dist/pane');
  const officeJs = path.join(root, 'node_modules/@microsoft/office-js');
  return {
    ...base,
    target: ['web', BROWSER_TARGET],
    // Fabric reads its configuration while it is being imported, so that the configuration is a script of its own before it.
    entry: {
      fabricConfig: './src/taskpane/fabricConfig.ts',
      taskpane: './src/taskpane/index.tsx',
      dialog: './src/taskpane/resultDialog.ts',
    },
    output: { path: output, filename: '[name].[contenthash:8].js', clean: true },
    plugins: [
      new HtmlPlugin({
        template: 'src/taskpane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['fabricConfig', 'taskpane'],
        chunksSortMode: 'manual',
        inject: 'head',
        minify: false,
        officeJs: cdn ? OFFICE_JS_CDN : 'office-js/office.js',
      }),
      new HtmlPlugin({
        template: 'src/taskpane/dialog.html',
        filename: 'dialog.html',
        chunks: ['dialog'],
        minify: false,
        officeJs: cdn ? OFFICE_JS_CDN : 'office-js/office.js',
      }),
      new CopyPlugin({
        patterns: [
          'manifest.xml',
          'shortcuts.json',
          { from: 'assets/icons/*.png', to: 'assets/icons/[name][ext]' },
          ...(cdn ? [] : officeJsCopies(officeJs)),
        ],
      }),
      new ThirdPartyNoticesPlugin({ also: cdn ? [] : [officeJs] }),
    ],
  };
}

/** office.js goes out unmodified and with its terms, as its licence asks: past the minifier. */
function officeJsCopies(officeJs) {
  const files = OFFICE_JS_FILES.map((file) => ({ from: path.join(officeJs, 'dist', file), to: `office-js/${file}` }));
  return [...files, { from: path.join(officeJs, 'LICENSE.md'), to: 'office-js/LICENSE.md' }].map((copy) => ({
    ...copy,
    info: { minimized: true },
  }));
}

function workbench() {
  const base = common('workbench', BROWSER_TARGET);
  return {
    ...base,
    target: ['web', BROWSER_TARGET],
    entry: {
      main: './src/workbench/main.ts',
      // The pane's page loads it by this name; it stands in for Excel's window.external.
      shim: { import: './src/workbench/host/iframeShim.ts', filename: 'shim.js' },
    },
    output: {
      path: path.join(root, 'dist/workbench'),
      filename: 'workbench.[contenthash:8].js',
      chunkFilename: 'chunks/[name].[contenthash:8].js',
      clean: true,
    },
    module: {
      rules: [
        ...base.module.rules,
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, { loader: 'css-loader', options: { import: true } }] },
      ],
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: 'workbench.[contenthash:8].css', chunkFilename: 'chunks/[name].[contenthash:8].css' }),
      new HtmlPlugin({ template: 'src/workbench/index.html', filename: 'index.html', chunks: ['main'], minify: false }),
      new CopyPlugin({
        patterns: [
          'manifest.xml',
          'shortcuts.json',
          { from: 'assets/icons/*.png', to: 'assets/icons/[name][ext]' },
          { from: 'assets/samples', to: 'assets/samples' },
        ],
      }),
      new OfficeMetadataPlugin(),
      new PaneInWorkbenchPlugin({ pane: path.join(root, 'dist/pane') }),
      new ThirdPartyNoticesPlugin(),
    ],
  };
}

function cli() {
  const base = common('cli', NODE_TARGET);
  return {
    ...base,
    target: NODE_TARGET,
    entry: { gouji: './src/cli/index.ts' },
    output: { path: path.join(root, 'dist/cli'), filename: '[name].js', clean: true },
    module: {
      ...base.module,
      // One file, yet what is imported dynamically (the readers of .docx and .xls) is evaluated only when met.
      parser: { javascript: { dynamicImportMode: 'eager' } },
    },
    plugins: [
      new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true }),
      new ExecutablePlugin(),
      new ThirdPartyNoticesPlugin(),
    ],
  };
}

/** In this order and one after the other: the workbench takes the pane's page over. */
module.exports = (env = {}) => [pane(env), workbench(), cli()];
module.exports.parallelism = 1;
