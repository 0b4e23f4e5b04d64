/**
 * Which ordinal does Word put before a paragraph? Its lists are defined in word/numbering.xml and referred to by a paragraph or its
 * style (ECMA-376 part 1, 17.9): a list (num) follows a definition (abstractNum) of up to nine levels, and may restart some.
 */
import { childOf, childrenOf, type XmlNode } from '../xlsx/xml';
import { numberText } from './numberFormats';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1部分`, `%1.%2`. */
  readonly text: string;
  /** Numbers of the levels above in digits, whatever their format. */
  readonly legal: boolean;
  /** Behind a paragraph of which levels it begins anew: those below this number; 0 for never. */
  readonly restart: number;
  /** The style whose paragraphs stand on this level. */
  readonly style: string | null;
  readonly blankBehind: boolean;
}

interface List {
  readonly definition: string;
  /** Level → its first number in this list. */
  readonly starts: ReadonlyMap<number, number>;
  /** Levels that this list words otherwise. */
  readonly levels: ReadonlyMap<number, Level>;
}

/** What a paragraph says of its place in a list; `null` for what it leaves to its style. */
export interface Place {
  readonly list: string | null;
  readonly level: number | null;
  readonly style: string | null;
}

interface StylePlace extends Place {
  readonly basedOn: string | null;
}

const value = (node: XmlNode | undefined, name: string): string | null => childOf(node, name)?.attributes['val'] ?? null;

/** A whole number of the document's; the other one for anything else, or beyond what a document counts to. */
function whole(text: string | null | undefined, otherwise: number): number {
  return text !== null && text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : otherwise;
}

/** True unless it says false: `<w:isLgl/>`. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = childOf(node, name);
  return found !== undefined && !/^(?:0|false|off)$/.test(found.attributes['val'] ?? '1');
}

/** The list and level that properties of a paragraph (pPr) name. */
export function placeIn(properties: XmlNode | undefined, style: string | null): Place {
  const numbered = childOf(properties, 'numPr');
  const level = value(numbered, 'ilvl');
  return { list: value(numbered, 'numId'), level: level === null ? null : whole(level, 0), style };
}

function levelOf(node: XmlNode, index: number): Level {
  // A format of one's own stands in an alternative, with a plain one to fall back on.
  const format = value(node, 'numFmt') ?? value(childOf(childOf(node, 'AlternateContent'), 'Fallback'), 'numFmt');
  return {
    start: whole(value(node, 'start'), 0),
    format: format ?? 'decimal',
    text: value(node, 'lvlText') ?? '',
    legal: isOn(node, 'isLgl'),
    restart: whole(value(node, 'lvlRestart'), index),
    style: value(node, 'pStyle'),
    blankBehind: value(node, 'suff') !== 'nothing',
  };
}

function levelsIn(node: XmlNode | undefined): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childrenOf(node, 'lvl')) {
    const index = whole(level.attributes['ilvl'], 0);
    levels.set(index, levelOf(level, index));
  }
  return levels;
}

/** Counts the paragraphs of one document, in the order of its text. */
export class Numbering {
  private readonly definitions = new Map<string, { readonly levels: ReadonlyMap<number, Level>; readonly like: string | null }>();
  private readonly lists = new Map<string, List>();
  private readonly styles = new Map<string, StylePlace>();
  private readonly counts = new Map<string, Map<number, number>>();
  /** Lists and levels that have begun with their own first number. */
  private readonly begun = new Set<string>();

  /** The roots of word/numbering.xml and word/styles.xml; `null` for a part that the document has not. */
  constructor(numbering: XmlNode | null, styles: XmlNode | null) {
    for (const node of childrenOf(numbering ?? undefined, 'abstractNum'))
      this.definitions.set(node.attributes['abstractNumId'] ?? '', { levels: levelsIn(node), like: value(node, 'numStyleLink') });
    for (const node of childrenOf(numbering ?? undefined, 'num')) {
      const overrides = childrenOf(node, 'lvlOverride');
      const starts = overrides.flatMap((one): readonly (readonly [number, number])[] => {
        const start = value(one, 'startOverride');
        return start === null ? [] : [[whole(one.attributes['ilvl'], 0), whole(start, 1)]];
      });
      const levels = new Map(overrides.flatMap((one) => [...levelsIn(one)]));
      this.lists.set(node.attributes['numId'] ?? '', { definition: value(node, 'abstractNumId') ?? '', starts: new Map(starts), levels });
    }
    for (const node of childrenOf(styles ?? undefined, 'style')) {
      const id = node.attributes['styleId'] ?? '';
      this.styles.set(id, { ...placeIn(childOf(node, 'pPr'), id), basedOn: value(node, 'basedOn') });
    }
  }

  /** The ordinal of the next paragraph with the blank behind it, `一、`; '' for one that is in no list, or has a bullet. */
  next(place: Place): string {
    const { list: id, level: index } = this.placed(place);
    const list = id === null ? undefined : this.lists.get(id);
    if (id === null || !list || index > 8) return '';
    const levels = this.levelsOf(list);
    const level = levels.get(index);
    if (!level) return '';
    this.count(id, list, levels, index);
    if (level.format === 'bullet') return '';
    const text = this.written(list, levels, index);
    return text === '' ? '' : `${text}${level.blankBehind ? ' ' : ''}`;
  }

  /** The paragraph's own list and level, else its style's, else that of the style on which this is based. */
  private placed({ list, level, style }: Place): { readonly list: string | null; readonly level: number } {
    if (list !== null) return { list, level: level ?? this.levelOfStyle(list, style) ?? 0 };
    const seen = new Set<string>();
    for (let id = style; id !== null && !seen.has(id); id = this.styles.get(id)?.basedOn ?? null) {
      seen.add(id);
      const own = this.styles.get(id);
      if (own && own.list !== null) return { list: own.list, level: level ?? this.levelOfStyle(own.list, id) ?? own.level ?? 0 };
    }
    return { list: null, level: 0 };
  }

  private levelOfStyle(id: string, style: string | null): number | null {
    const list = this.lists.get(id);
    if (!list || style === null) return null;
    for (const [index, level] of this.levelsOf(list)) if (level.style === style) return index;
    return null;
  }

  private levelsOf(list: List): ReadonlyMap<number, Level> {
    const own = this.definitions.get(list.definition);
    const style = own?.like ? this.styles.get(own.like) : undefined;
    const like = style && style.list !== null ? this.definitions.get(this.lists.get(style.list)?.definition ?? '') : undefined;
    const levels = own && own.levels.size > 0 ? own.levels : (like?.levels ?? new Map<number, Level>());
    return list.levels.size === 0 ? levels : new Map([...levels, ...list.levels]);
  }

  /** Lists of one definition go on counting from one another, unless they say with which number they begin. */
  private count(id: string, list: List, levels: ReadonlyMap<number, Level>, index: number): void {
    const counts = this.counts.get(list.definition) ?? new Map<number, number>();
    this.counts.set(list.definition, counts);
    const mark = `${id} ${index}`;
    const first = list.starts.get(index);
    if (first !== undefined && !this.begun.has(mark)) counts.set(index, first);
    else counts.set(index, counts.has(index) ? (counts.get(index) ?? 0) + 1 : (levels.get(index)?.start ?? 1));
    this.begun.add(mark);
    // A level above that no paragraph stands on yet counts as begun.
    for (let above = 0; above < index; above += 1) if (!counts.has(above)) counts.set(above, levels.get(above)?.start ?? 1);
    for (const deeper of [...counts.keys()]) if (deeper > index && index < (levels.get(deeper)?.restart ?? deeper)) counts.delete(deeper);
  }

  private written(list: List, levels: ReadonlyMap<number, Level>, index: number): string {
    const counts = this.counts.get(list.definition);
    const legal = levels.get(index)?.legal === true;
    return (levels.get(index)?.text ?? '').replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = levels.get(at)?.format ?? 'decimal';
      return numberText(counts?.get(at) ?? 1, legal && at < index ? 'decimal' : format);
    });
  }
}
