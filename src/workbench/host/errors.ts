/**
 * How does the host refuse? Codes and messages of Excel's documented table of errors ("Excel JavaScript API error
 * messages"). Which code Excel gives for which misuse is partly our model: docs/unverified.md lists those cases.
 */

const MESSAGES = {
  AccessDenied: 'You cannot perform the requested operation.',
  ActivityLimitReached: 'Activity limit has been reached.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  GeneralException: 'There was an internal error while processing the request.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidObjectPath: 'The object path is not working for what you are trying to do.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  InvalidOrTimedOutSession: 'Your session has expired.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidRequest: 'Cannot process the request.',
  ItemAlreadyExists: 'A resource with the same name or identifier already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  /** Not Excel's: the host lacks what was asked for. Counted in `host.gaps`, never passed over. */
  HostNotImplemented: 'The workbench does not implement this part of the Excel API.',
} as const;

export type ErrorCode = keyof typeof MESSAGES;

/** An error that travels to the client as Excel's would: `error.code`, `error.message`, `error.debugInfo.errorLocation`. */
export class HostError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** Type and member as the client writes them, e.g. `Range.values`. */
    readonly location: string | null = null,
    message?: string,
  ) {
    super(message ?? MESSAGES[code]);
    this.name = 'HostError';
  }
}

/** Office's own numbers for whole batches that fail before their first action. */
export const OFFICE_ERRORS: Readonly<Record<number, ErrorCode>> = {
  5004: 'InvalidOperationInCellEditMode',
  5012: 'InvalidOrTimedOutSession',
  5102: 'ActivityLimitReached',
  5103: 'RequestPayloadSizeLimitExceeded',
  5104: 'ResponsePayloadSizeLimitExceeded',
  7000: 'AccessDenied',
};

export const invalidArgument = (location: string, message?: string): HostError => new HostError('InvalidArgument', location, message);
export const notFound = (location: string): HostError => new HostError('ItemNotFound', location);
