/** `displayDialogAsync` as office.js asks for it: one window at a time, what its page says, how it ends. test/e2e/ribbon shows it with the real client. */
import { DialogError, Dialogs, type DialogScreen, type DialogWindow } from '../../../src/workbench/host/dialogs';
import { NOT_SUPPORTED } from '../../../src/workbench/host/protocol';

const ASKED = JSON.stringify({ url: 'https://gouji.test/dialog.html#checked=1', width: 26, height: 30, displayInIframe: true });

function setUp(answer = 0) {
  const dialogs = new Dialogs();
  const shown: DialogWindow[] = [];
  const screen = { hidden: 0, show: (dialog: DialogWindow) => (shown.push(dialog), answer), hide: () => void (screen.hidden += 1) };
  dialogs.screen = screen satisfies DialogScreen;
  const heard: (readonly unknown[])[] = [];
  return { dialogs, shown, screen, heard, request: (target = ASKED) => dialogs.request(target, (payload) => heard.push(payload)) };
}

test('the window gets its address and size; what its page says comes back with where it came from', () => {
  const { shown, heard, request } = setUp();
  expect(request()).toBe(0);
  expect(shown).toEqual([expect.objectContaining({ address: 'https://gouji.test/dialog.html#checked=1', width: 26, height: 30 })]);
  shown[0]?.said('sheet', 'https://gouji.test');
  expect(heard).toEqual([[0, 'sheet', 'https://gouji.test']]);
});

test('closed by a person it says so once, and another may open', () => {
  const { shown, heard, request, screen } = setUp();
  request();
  shown[0]?.closed();
  shown[0]?.closed();
  shown[0]?.said('too late', '');
  expect(heard).toEqual([[12006]]);
  expect(screen.hidden).toBe(1);
  expect(request()).toBe(0);
});

test('closed by the page that opened it nothing is said; a second window is refused until then', () => {
  const { dialogs, heard, request, screen } = setUp();
  request();
  expect(request('{"url":"https://gouji.test/other.html","width":1,"height":1}')).toBe(DialogError.AlreadyOpen);
  dialogs.close('another request');
  expect(screen.hidden).toBe(0);
  dialogs.close(ASKED);
  expect([screen.hidden, heard]).toEqual([1, []]);
  expect(request()).toBe(0);
});

test('a window that is refused can be asked for again', () => {
  const { dialogs, request } = setUp();
  dialogs.failNext(12009);
  expect([request(), request()]).toEqual([12009, 0]);
  expect(setUp(DialogError.ForeignAddress).request()).toBe(DialogError.ForeignAddress);
});

test.each(['', '{}', '{"url":"no address","width":1,"height":1}', '{"url":"https://gouji.test/"}'])('%j is no request', (target) => {
  expect(setUp().request(target)).toBe(DialogError.BadAddress);
});

test('where nothing draws windows there are none', () => {
  expect(new Dialogs().request(ASKED, () => undefined)).toBe(NOT_SUPPORTED);
});
