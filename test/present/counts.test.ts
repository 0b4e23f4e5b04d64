import { counted } from '../../src/present/counts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [12345678, '12,345,678'],
])('%i is written %s', (count, written) => {
  expect(counted(count)).toBe(written);
});
