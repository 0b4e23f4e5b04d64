/** Which colour does a text name? `#RRGGBB` in capitals, from a hexadecimal code or a name of the HTML palette. */
import { invalidArgument } from '../errors';

const NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  silver: '#C0C0C0',
  maroon: '#800000',
  purple: '#800080',
  fuchsia: '#FF00FF',
  lime: '#00FF00',
  olive: '#808000',
  navy: '#000080',
  teal: '#008080',
  aqua: '#00FFFF',
};

export function readColor(value: unknown, location: string): string {
  if (typeof value !== 'string') throw invalidArgument(location);
  const hex = /^#?([0-9a-f]{6})$/i.exec(value);
  const color = hex ? `#${(hex[1] ?? '').toUpperCase()}` : NAMES[value.toLowerCase()];
  if (!color) throw invalidArgument(location);
  return color;
}
