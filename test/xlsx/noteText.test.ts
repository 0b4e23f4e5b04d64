/** What of a note is the user's when ours is taken off: answers, threads without their parts, line breaks as programs write them. */
import { clearXlsx, patchXlsx, readPresentation } from '../../src/xlsx';
import { isOurText } from '../../src/present/marks';
import { usersText } from '../../src/xlsx/noteText';
import { partsOf, relationships, tiny } from './tiny';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINE = '\n——————\n';
const OURS = '【勾稽】差 1.00\n第二行：';
const STAND_IN = '[线程批注]\n\n你的 Excel 版本可读取此线程批注。了解详细信息: https://go.microsoft.com/fwlink/?linkid=870924\n';
const said = (word: string, text: string): string => `\n${word}:\n    ${text}`;

function left(text: string): string {
  return usersText(text, isOurText)
    .map(({ from, to }) => text.slice(from, to))
    .join('');
}

test.each([
  ['a user’s note', '请核实', '请核实'],
  ['ours', OURS, ''],
  ['ours below a user’s', `请核实${LINE}${OURS}`, '请核实'],
  ['a user’s answer below a user’s note', `请核实${LINE}已核实`, `请核实${LINE}已核实`],
  ['a user’s answer below ours', `${OURS}${LINE}已改`, '已改'],
  ['ours between two of users', `请核实${LINE}${OURS}${LINE}已改`, `请核实${LINE}已改`],
  ['a line like ours at the end of a user’s note', `请核实\n——————${LINE}${OURS}`, '请核实\n——————'],
  ['line breaks of two characters', '请核实\r\n——————\r\n【勾稽】差', '请核实'],
  ['line breaks of which a file spells one half', '请核实_x000D_\n——————_x000D_\n【勾稽】差', '请核实'],
  ['a thread of ours', STAND_IN + said('注释', OURS), ''],
  ['our answer in a user’s thread', STAND_IN + said('注释', '请核实') + said('答复', OURS), STAND_IN + said('注释', '请核实')],
  [
    'a user’s answer in a thread of ours',
    STAND_IN + said('注释', OURS) + said('答复', '已改'),
    STAND_IN + said('注释', OURS) + said('答复', '已改'),
  ],
  [
    'ours between the answers of users',
    STAND_IN + said('Comment', '甲') + said('Reply', OURS) + said('Reply', '乙'),
    STAND_IN + said('Comment', '甲') + said('Reply', '乙'),
  ],
])('%s', (_what, text, expected) => {
  expect(left(text)).toBe(expected);
});

const sheet = (
  notes: string,
  authors: readonly string[],
  parts: Record<string, string> = {},
  more: readonly [string, string, string][] = [],
) =>
  tiny({
    sheets: [{ name: '表一', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }],
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'comments', '../comments1.xml'], ...more]),
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors>${authors.map((each) => `<author>${each}</author>`).join('')}</authors><commentList>${notes}</commentList></comments>`,
      ...parts,
    },
  });
const note = (address: string, authorId: number, text: string): string =>
  `<comment ref="${address}" authorId="${authorId}"><text><t>${text}</t></text></comment>`;
const notesOf = (bytes: Uint8Array): readonly (readonly [string, string])[] =>
  readPresentation(bytes).sheets.flatMap(({ notes }) => notes.map(({ author, text }) => [author, text] as const));

test('what users answer each other stays, also where the sheet has notes of ours', () => {
  const bytes = sheet(note('A1', 0, `请核实${LINE}已核实`), ['甲']);
  const annotated = patchXlsx(bytes, {
    notes: ['A1', 'B1'].map((address) => ({ sheet: '表一', address, author: '勾稽', text: OURS })),
  });
  expect(notesOf(annotated).filter(([, text]) => text.includes('【勾稽】')).length).toBe(2);
  expect(notesOf(clearXlsx(annotated))).toEqual([['甲', `请核实${LINE}已核实`]]);
});

test('an answer below our note stays without our name, and an author of ours in the middle leaves an empty place', () => {
  const bytes = sheet(note('A1', 0, `${OURS}${LINE}已改`) + note('B1', 1, '好') + note('C1', 0, OURS), ['勾稽', '乙']);
  const clean = clearXlsx(bytes);
  expect(notesOf(clean)).toEqual([
    ['', '已改'],
    ['乙', '好'],
  ]);
  expect(partsOf(clean)['xl/comments1.xml']).not.toContain('勾稽');
});

describe('a note that stands for a thread', () => {
  const answered =
    '<ThreadedComments xmlns="t"><threadedComment ref="A1" personId="{P}" id="{1}"><text>【勾稽】差 1.00</text></threadedComment>' +
    '<threadedComment ref="A1" personId="{P}" id="{2}" parentId="{1}"><text>已改</text></threadedComment></ThreadedComments>';

  test('stays as long as the thread does, whatever it says', () => {
    const bytes = sheet(note('A1', 0, '【勾稽】差 1.00'), ['tc={1}'], { 'xl/threadedComments/threadedComment1.xml': answered }, [
      ['rId2', 'threadedComment', '../threadedComments/threadedComment1.xml'],
    ]);
    expect(partsOf(clearXlsx(bytes))).toEqual(partsOf(bytes));
  });

  test('goes when a program has dropped a thread of ours and kept the note', () => {
    expect(notesOf(clearXlsx(sheet(note('A1', 0, STAND_IN + said('Comment', OURS)), [' '])))).toEqual([]);
  });
});
