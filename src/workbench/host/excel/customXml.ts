/** Which custom XML parts does the file carry? `CustomXmlPartCollection`, its selection by namespace, and the parts. */
import { SaxesParser } from 'saxes';
import { bind, type Bindings, type TypeBinding } from '../binding';
import { HostError, invalidArgument, notFound } from '../errors';
import type { ExcelDocument } from './document';

interface PartTarget {
  readonly id: string;
}

interface PartScope {
  readonly namespace: string;
}

/** Deeper documents are taken for broken: the parser would look for namespaces on every level, for ever. */
const MOST_LEVELS = 256;

class Broken extends Error {}

/** Namespace of the root element; `null` when the text is not well-formed XML. */
export function rootNamespace(xml: string): string | null {
  const parser = new SaxesParser({ xmlns: true });
  let namespace: string | null = null;
  let depth = 0;
  parser.on('error', () => {
    throw new Broken();
  });
  parser.on('opentag', (tag) => {
    namespace ??= tag.uri;
    depth += 1;
    if (depth > MOST_LEVELS) throw new Broken();
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof Broken) return null;
    throw error;
  }
  return namespace;
}

export function customXmlBindings(document: ExcelDocument): Bindings {
  const { model } = document;
  const find = (id: unknown): PartTarget | null => (typeof id === 'string' && model.customXml().has(id) ? { id } : null);
  const xmlOf = ({ id }: PartTarget): string => {
    const xml = model.customXml().get(id);
    if (xml === undefined) throw notFound('CustomXmlPart');
    return xml;
  };
  const checked = (xml: unknown, location: string): string => {
    if (typeof xml !== 'string' || rootNamespace(xml) === null) throw invalidArgument(location);
    return xml;
  };
  const scoped = ({ namespace }: PartScope): readonly PartTarget[] =>
    [...model.customXml()].filter(([, xml]) => rootNamespace(xml) === namespace).map(([id]) => ({ id }));
  const only = (scope: PartScope): PartTarget | null => {
    const parts = scoped(scope);
    return parts.length === 1 ? (parts[0] ?? null) : null;
  };
  const newId = (): string => {
    for (let n = model.customXml().size + 1; ; n++) {
      const id = `{00000000-0000-4000-8000-${n.toString(16).toUpperCase().padStart(12, '0')}}`;
      if (!model.customXml().has(id)) return id;
    }
  };

  const collection: TypeBinding<null> = {
    items: () => [...model.customXml().keys()].map((id) => ({ id })),
    item: (_all, id) => find(id),
    call: {
      GetCount: () => model.customXml().size,
      GetItemOrNullObject: (_all, [id]) => find(id),
      GetByNamespace: (_all, [namespace]): PartScope => ({ namespace: String(namespace) }),
      Add: (_all, [xml]): PartTarget => {
        const id = newId();
        model.setCustomXml(id, checked(xml, 'CustomXmlPartCollection.add'));
        return { id };
      },
    },
  };
  const selection: TypeBinding<PartScope> = {
    items: scoped,
    item: (scope, id) => scoped(scope).find((part) => part.id === id) ?? null,
    call: {
      GetCount: (scope) => scoped(scope).length,
      GetItemOrNullObject: (scope, [id]) => scoped(scope).find((part) => part.id === id) ?? null,
      GetOnlyItem: (scope) => {
        const part = only(scope);
        if (!part) throw new HostError('GeneralException', 'CustomXmlPartScopedCollection.getOnlyItem');
        return part;
      },
      GetOnlyItemOrNullObject: only,
    },
  };
  const part: TypeBinding<PartTarget> = {
    get: {
      Id: ({ id }) => id,
      NamespaceUri: (target) => rootNamespace(xmlOf(target)) ?? '',
    },
    call: {
      GetXml: xmlOf,
      SetXml: (target, [xml]) => {
        xmlOf(target);
        model.setCustomXml(target.id, checked(xml, 'CustomXmlPart.setXml'));
      },
      Delete: (target) => {
        xmlOf(target);
        model.setCustomXml(target.id, null);
      },
    },
  };
  return {
    CustomXmlPartCollection: bind(collection),
    CustomXmlPartScopedCollection: bind(selection),
    CustomXmlPart: bind(part),
  };
}
