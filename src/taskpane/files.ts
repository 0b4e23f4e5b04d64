/** Which question this file answers: how does a file get into the pane, and how does one get out? Nothing leaves the computer. */

/** Opens the browser's file chooser; `null` when nothing was chosen. */
export function chooseFile(accept: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.hidden = true;
    const done = (file: File | undefined): void => {
      input.remove();
      if (!file) resolve(null);
      else void file.arrayBuffer().then((buffer) => resolve({ name: file.name, bytes: new Uint8Array(buffer) }));
    };
    input.addEventListener('change', () => done(input.files?.[0]));
    input.addEventListener('cancel', () => done(undefined));
    // In the page while it is open: browsers may otherwise forget it before a file is chosen.
    document.body.append(input);
    input.click();
  });
}

/** Hands the user a file to save. Some Office programs on the desktop open a window for it, some save it where downloads go. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
