/** What texts do the shared strings hold, without phonetic guides? */
import { streamXml, unescapeXstring, type XmlHandler } from './xml';

/**
 * Joins the `t` elements of a string item, plain or in runs, and leaves phonetic runs (`rPh`) out.
 * Feed it the events inside an `si` or `is` element.
 */
export class RichText {
  private collecting = false;
  private phonetic = 0;
  private joined = '';

  open(name: string): void {
    if (name === 'rPh') this.phonetic += 1;
    else if (name === 't') this.collecting = this.phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    else if (name === 't') this.collecting = false;
  }

  text(text: string): void {
    if (this.collecting) this.joined += text;
  }

  /** The text so far; starts anew. */
  take(): string {
    const result = unescapeXstring(this.joined);
    this.joined = '';
    return result;
  }
}

export function readSharedStrings(xml: string, part: string): string[] {
  const strings: string[] = [];
  const rich = new RichText();
  const handler: XmlHandler = {
    open: (name) => rich.open(name),
    close(name) {
      rich.close(name);
      if (name === 'si') strings.push(rich.take());
    },
    text: (text) => rich.text(text),
  };
  streamXml(xml, part, handler);
  return strings;
}
