/** What is used of the document tree that mammoth hands out, and what text is in a part of it? */

export interface DocumentNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly DocumentNode[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of the document: the bodies of its footnotes and endnotes. */
  readonly notes?: { readonly resolve: (reference: DocumentNode) => { readonly body: readonly DocumentNode[] } | null };
}

/** Paragraphs inside (a cell's, a text box's) are lines. */
export function textOf(node: DocumentNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  const parts = (node.children ?? []).map(textOf);
  return node.type === 'tableCell' || node.type === 'table' ? parts.join('\n').trim() : parts.join('');
}
