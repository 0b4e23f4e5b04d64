/**
 * Why a file could not be read. Which question this file answers: how does a file edge say no.
 * The error carries a message id and data (as everything in core does); whoever shows it translates.
 */

export class FileError extends Error {
  constructor(
    /** An id of the dictionaries, `files.…`. */
    readonly id: string,
    readonly data: Readonly<Record<string, string>> = {},
  ) {
    super(id);
    this.name = 'FileError';
  }
}
