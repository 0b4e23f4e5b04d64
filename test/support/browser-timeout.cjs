/** A page on a slow machine needs longer than jest's five seconds. */
jest.setTimeout(60_000);
