/**
 * Which object does a path name? Walks a batch's object paths from the workbook, each path once per batch, and turns
 * arguments into values and handles.
 */
import { Handle } from './binding';
import { HostError } from './errors';
import { NULL_TYPE, type Interpreter } from './interpreter';
import { ObjectPathType, type ArgumentInfo, type BatchRequest, type ObjectPath } from './protocol';

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export class Resolver {
  private readonly known = new Map<number, Handle>();

  constructor(
    private readonly interpreter: Interpreter,
    private readonly paths: BatchRequest['ObjectPaths'],
  ) {}

  resolve(id: number): Handle {
    const known = this.known.get(id);
    if (known) return known;
    const path = this.paths[id];
    if (!path) throw new HostError('InvalidObjectPath');
    const handle = this.walk(path);
    this.known.set(id, handle);
    return handle;
  }

  private walk(path: ObjectPath): Handle {
    switch (path.ObjectPathType) {
      case ObjectPathType.GlobalObject:
        return this.interpreter.root;
      case ObjectPathType.NewObject:
        return this.interpreter.service(path.Name);
      case ObjectPathType.ReferenceId:
        return this.interpreter.reference(path.Name);
      case ObjectPathType.NullObject:
        return new Handle(NULL_TYPE, null);
      case ObjectPathType.Property:
        return this.interpreter.navigate(this.parent(path), path.Name);
      case ObjectPathType.Indexer:
        return this.interpreter.item(this.parent(path), this.arguments(path.ArgumentInfo)[0]);
      case ObjectPathType.Method: {
        const result = this.interpreter.call(this.parent(path), path.Name, this.arguments(path.ArgumentInfo));
        if (result instanceof Handle) return result;
        throw new HostError('InvalidObjectPath', path.Name);
      }
      default:
        throw new HostError('InvalidRequest');
    }
  }

  private parent(path: ObjectPath): Handle {
    if (path.ParentObjectPathId === undefined) throw new HostError('InvalidObjectPath', path.Name);
    return this.resolve(path.ParentObjectPathId);
  }

  arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, i) => this.argument(value, references[i]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      return Array.isArray(reference) ? list.map((item, i) => this.argument(item, (reference as readonly unknown[])[i])) : list;
    }
    if (typeof reference === 'number' && reference !== 0) return this.resolve(reference);
    if (isPlainObject(value)) {
      if (typeof value['_ObjectPathId'] === 'number') return this.resolve(value['_ObjectPathId']);
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.argument(item, 0)]));
    }
    return value;
  }
}
