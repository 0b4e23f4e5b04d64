/** How files come in and go out: a file chooser, drag and drop, a download. Nothing leaves the browser. */
import { element } from './dom';

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens the browser's file chooser. */
export function chooseFile(incoming: (file: IncomingFile) => void): void {
  const input = element('input', { class: 'file-input', attributes: { type: 'file', accept: '.xlsx,.xlsm,.xls,.et' } });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void readFile(file).then(incoming);
    input.remove();
  });
  // In the page while it is open: browsers may otherwise forget it before a file is chosen.
  document.body.append(input);
  input.addEventListener('cancel', () => input.remove());
  input.click();
}

/** The whole page takes files; a browser would otherwise leave the page for a file that misses the grid. */
export function acceptDrops(page: HTMLElement, incoming: (file: IncomingFile) => void, tooMany: () => void): void {
  let depth = 0;
  const over = (on: boolean): void => void page.classList.toggle('dropping', on);
  const holdsFiles = (event: DragEvent): boolean => [...(event.dataTransfer?.types ?? [])].includes('Files');
  page.addEventListener('dragenter', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth += 1;
    over(true);
  });
  page.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  page.addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) over(false);
  });
  page.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    over(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    const [file] = files;
    if (files.length > 1) tooMany();
    else if (file) void readFile(file).then(incoming);
  });
}

export function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = element('a', { attributes: { href: address, download: name } });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function readFile(file: File): Promise<IncomingFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
