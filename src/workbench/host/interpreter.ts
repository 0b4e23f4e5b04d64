/**
 * How are members reached? Looks a member up in the metadata, holds it against the profile's requirement sets, and calls
 * the binding. Knows nothing of Excel; what has no binding is a gap.
 */
import { Handle, type Bindings, type TypeBinding } from './binding';
import { HostError } from './errors';
import { Gaps } from './gaps';
import { supports, type OfficeMetadata, type Requirement, type RequirementSets, type TypeInfo } from './metadata';

/** What the client calls an object that it already knows to be null. */
export const NULL_TYPE = 'Null';

export interface InterpreterOptions {
  readonly metadata: OfficeMetadata;
  readonly bindings: Bindings;
  readonly sets: RequirementSets;
  readonly root: Handle;
  /** Targets of the top-level services by name. */
  readonly services: Readonly<Record<string, unknown>>;
  /** Called for `_Register…Event` and `_Unregister…Event`, with the registering method's name. */
  readonly onRegister: (handle: Handle, register: string, on: boolean) => void;
  /** May refuse any member before it runs; for tests. */
  readonly intercept?: (member: string) => HostError | null;
}

export class Interpreter {
  readonly gaps = new Gaps();
  private readonly references = new Map<string, Handle>();
  private nextReference = 1;

  constructor(private readonly options: InterpreterOptions) {}

  get root(): Handle {
    return this.options.root;
  }

  get keptReferences(): number {
    return this.references.size;
  }

  type(name: string): TypeInfo {
    const info = this.options.metadata.types[name];
    if (!info) throw this.gaps.raise(`type ${name}`);
    return info;
  }

  private binding(handle: Handle): TypeBinding<unknown> {
    const binding = this.options.bindings[handle.type];
    if (!binding) throw this.gaps.raise(handle.type);
    return binding;
  }

  private require(requirement: Requirement | undefined, member: string): void {
    if (!supports(this.options.sets, requirement)) throw new HostError('ApiNotFound', member);
    const refused = this.options.intercept?.(member);
    if (refused) throw refused;
  }

  /** Whether a query for everything should include the property. */
  hasProperty(handle: Handle, wire: string): boolean {
    const info = this.type(handle.type).properties[wire];
    return Boolean(info && supports(this.options.sets, info.requires) && this.binding(handle).get?.[wire]);
  }

  getProperty(handle: Handle, wire: string): unknown {
    const info = this.type(handle.type).properties[wire];
    const member = `${handle.type}.${info?.name ?? wire}`;
    this.require(info?.requires, member);
    const read = this.binding(handle).get?.[wire];
    if (!read) throw this.gaps.raise(member);
    return read(handle.target);
  }

  setProperty(handle: Handle, wire: string, value: unknown): void {
    if (handle.type === NULL_TYPE) throw new HostError('InvalidObjectPath', wire);
    const { properties } = this.type(handle.type);
    const key = wire in properties ? wire : Object.keys(properties).find((name) => properties[name]?.writtenAs === wire);
    const info = key === undefined ? undefined : properties[key];
    const member = `${handle.type}.${info?.name ?? wire}`;
    if (!info || key === undefined) throw new HostError('InvalidArgument', member);
    this.require(info.requires, member);
    if (handle.target === null) throw new HostError('InvalidObjectPath', member);
    const write = this.binding(handle).set?.[key];
    if (!write) throw this.gaps.raise(`${member} =`);
    write(handle.target, value);
  }

  navigate(handle: Handle, wire: string): Handle {
    if (handle.type === NULL_TYPE) return handle;
    const info = this.type(handle.type).navigations[wire];
    if (!info) throw this.gaps.raise(`${handle.type}.${wire}`);
    const member = `${handle.type}.${info.name}`;
    this.require(info.requires, member);
    if (handle.target === null) return new Handle(info.type, null);
    const go = this.binding(handle).navigate?.[wire];
    if (!go) throw this.gaps.raise(member);
    return this.orNull(new Handle(info.type, go(handle.target)), info.name, member);
  }

  /** The object that a method returns, or its plain value. */
  call(handle: Handle, wire: string, args: readonly unknown[]): unknown {
    // The client keeps null objects too, so keeping must not fail there.
    if (handle.type === NULL_TYPE && wire === '_KeepReference') return null;
    if (handle.type === NULL_TYPE) throw new HostError('InvalidObjectPath', wire);
    const info = this.type(handle.type).methods[wire];
    const member = `${handle.type}.${info?.name ?? wire}`;
    this.require(info?.requires, member);
    if (wire === '_KeepReference') {
      if (handle.target !== null) this.keep(handle);
      return null;
    }
    if (wire === '_RemoveReference') {
      this.references.delete(String(args[0]));
      return null;
    }
    if (handle.target === null) {
      if (info?.returns) return new Handle(info.returns, null);
      throw new HostError('InvalidObjectPath', member);
    }
    const registration = /^_(Register|Unregister)(.+)$/.exec(wire);
    if (registration) {
      this.options.onRegister(handle, `_Register${registration[2]}`, registration[1] === 'Register');
      return null;
    }
    const run = this.binding(handle).call?.[wire];
    if (!run) throw this.gaps.raise(`${member}()`);
    const value = run(handle.target, args);
    if (!info?.returns) return value;
    return this.orNull(new Handle(info.returns, value ?? null), info.name, member);
  }

  item(handle: Handle, key: unknown): Handle {
    const info = this.type(handle.type);
    const type = info.indexer?.type ?? info.item;
    const member = `${handle.type}.getItem`;
    if (!type) throw this.gaps.raise(member);
    this.require(info.indexer?.requires, member);
    if (handle.target === null) return new Handle(type, null);
    const find = this.binding(handle).item;
    if (!find) throw this.gaps.raise(`${member}()`);
    const target = find(handle.target, key);
    if (target === null || target === undefined) throw new HostError('ItemNotFound', member);
    return new Handle(type, target);
  }

  items(handle: Handle): readonly Handle[] {
    const info = this.type(handle.type);
    const list = this.binding(handle).items;
    if (!list || !info.item) throw this.gaps.raise(`${handle.type}.items`);
    const type = info.item;
    return list(handle.target).map((target) => new Handle(type, target));
  }

  service(name: string): Handle {
    const type = this.options.metadata.services[name];
    if (!type || !(name in this.options.services)) throw this.gaps.raise(`service ${name}`);
    return new Handle(type, this.options.services[name]);
  }

  reference(id: string): Handle {
    const handle = this.references.get(id);
    if (!handle) throw new HostError('InvalidReference');
    return handle;
  }

  forgetReferences(): void {
    this.references.clear();
  }

  private keep(handle: Handle): void {
    if (handle.referenceId !== null) return;
    handle.referenceId = `{reference-${this.nextReference++}}`;
    this.references.set(handle.referenceId, handle);
  }

  private orNull(handle: Handle, name: string, member: string): Handle {
    if (handle.target === null && !/OrNull(Object)?$|OrNullObjectFor/.test(name)) throw new HostError('ItemNotFound', member);
    return handle;
  }
}
