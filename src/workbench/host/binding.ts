/**
 * How is a type of the Excel API tied to the workbook? By a table of functions under the members' wire names. A member
 * without an entry is a gap; a member that the metadata does not know fails a test.
 */

/** An object of the API on the host's side: a type of the metadata and what it stands for; `null` is a null object. */
export class Handle {
  /** Set once the client asked to keep it across batches. */
  referenceId: string | null = null;

  constructor(
    readonly type: string,
    readonly target: unknown,
  ) {}
}

export interface TypeBinding<T> {
  readonly get?: Readonly<Record<string, (target: T) => unknown>>;
  readonly set?: Readonly<Record<string, (target: T, value: unknown) => void>>;
  /** Gives the target of the metadata's type; `null` for a null object. */
  readonly navigate?: Readonly<Record<string, (target: T) => unknown>>;
  /** Gives the target of the metadata's return type (`null` for a null object), or a plain value. Objects arrive as `Handle`. */
  readonly call?: Readonly<Record<string, (target: T, args: readonly unknown[]) => unknown>>;
  readonly items?: (target: T) => readonly unknown[];
  /** The indexer; `null` when there is no such item. */
  readonly item?: (target: T, key: unknown) => unknown;
}

export type Bindings = Readonly<Record<string, TypeBinding<unknown>>>;

/** Forgets the target's type; the interpreter only ever gives a binding the targets that bindings made. */
export function bind<T>(binding: TypeBinding<T>): TypeBinding<unknown> {
  return binding as unknown as TypeBinding<unknown>;
}

/** Every member that a type has through its parts, later ones winning. */
export function mergeBindings<T>(...parts: readonly TypeBinding<T>[]): TypeBinding<T> {
  return parts.reduce((all, part) => ({
    ...all,
    ...part,
    get: { ...all.get, ...part.get },
    set: { ...all.set, ...part.set },
    navigate: { ...all.navigate, ...part.navigate },
    call: { ...all.call, ...part.call },
  }));
}
