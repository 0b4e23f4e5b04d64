/** What every sound workbook must show, whatever its layout: all read, nothing claimed, slips told. */
import { drawnBook, type Pictures } from './drawn';
import { read, unfound, type Reading } from './sensitivity';

/**
 * Nothing unread and nothing claimed, with merges known and unknown; and the amounts that could slip without being told
 * are exactly these. Gives what was read with the merges known.
 */
export function expectSound(pictures: Pictures, silent: readonly string[]): Reading {
  const readings = [true, false].map((merges) => {
    const workbook = drawnBook(pictures, { merges });
    const reading = read(workbook);
    expect({ merges, unread: reading.unread, claimed: reading.claimed }).toEqual({ merges, unread: [], claimed: [] });
    return reading;
  });
  const [known, unknown] = readings as [Reading, Reading];
  expect(unknown.inventory).toEqual(known.inventory);
  expect(unfound(drawnBook(pictures))).toEqual(silent);
  return known;
}
