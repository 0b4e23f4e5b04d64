/**
 * The .xlsx file edge: bytes in, snapshot or presentation out; changes in, bytes out. Runs in Node and in the browser.
 *
 * What this folder may not do: touch the disk or the network, import anything of Office, the DOM or Node, write a part
 * that a change did not touch.
 */
export { FileError } from '../core/file-error';
export { readXlsx, type ReadOptions } from './read';
