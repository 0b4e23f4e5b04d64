/** How the page's own elements are made: always from text, never from markup. */

interface Parts {
  readonly class?: string;
  readonly id?: string;
  readonly text?: string;
  readonly title?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: { readonly [event in 'click' | 'change']?: () => void };
  readonly children?: readonly (Node | null)[];
}

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, parts: Parts = {}): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (parts.class !== undefined) made.className = parts.class;
  if (parts.id !== undefined) made.id = parts.id;
  if (parts.text !== undefined) made.textContent = parts.text;
  if (parts.title !== undefined) made.title = parts.title;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) made.setAttribute(name, value);
  for (const [event, listener] of Object.entries(parts.on ?? {})) made.addEventListener(event, listener);
  for (const child of parts.children ?? []) if (child) made.append(child);
  return made;
}

/** A drawing of 20 × 20 units in the colour of the text around it. */
export function icon(path: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(namespace, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.classList.add('icon');
  const line = document.createElementNS(namespace, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}

export const ICONS = {
  open: 'M2.5 16V4.5h5l1.5 2h7v2M2.5 16l2.3-7.5h13L15.5 16z',
  save: 'M3.5 3.5h10.2l2.8 2.8v10.2h-13zM6.5 3.5v4.5h6.5V3.5M6 16.500v-5.5h8v5.5',
  undo: 'M7 4.500 3.500 8 7 11.500M3.700 8h8.100a4.200 4.200 0 0 1 0 8.400H8',
  redo: 'M13 4.500 16.500 8 13 11.500M16.300 8H8.200a4.200 4.200 0 0 0 0 8.400H12',
  close: 'M5 5l10 10M15 5 5 15',
} as const;

export function closeButton(name: string, label: string, run: () => void): HTMLButtonElement {
  return element('button', {
    class: name,
    title: label,
    attributes: { type: 'button', 'aria-label': label },
    on: { click: run },
    children: [icon(ICONS.close)],
  });
}
