/** Own relations, tables of unknown kind, display rounding. */
export const relations = {
  'rule.display-rounding':
    '{leftPlace} shows {left}, {rightPlace} adds up as shown to {right}, a difference of {difference}: display rounding; the stored figures tie out, only each is rounded by its number format',
} as const;
