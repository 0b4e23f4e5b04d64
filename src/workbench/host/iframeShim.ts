/**
 * The one script that the workbench adds to the pane's page, before all others: puts `window.external` in place, so that the
 * unmodified office.js finds desktop Excel, and greets the page around it. In a page that is not the workbench's pane
 * (opened by itself, or in a foreign frame) it does nothing, and office.js reports that there is no host.
 */
import { createExternal } from './paneExternal';
import { BOOT_ATTRIBUTE, HELLO, type PaneBoot } from './paneProtocol';

/** What the page around it lays out; null at the top and within a foreign origin. */
function bootNow(): PaneBoot | null {
  const boot = window.frameElement?.getAttribute(BOOT_ATTRIBUTE);
  return boot ? (JSON.parse(boot) as PaneBoot) : null;
}

const boot = bootNow();
if (boot !== null) {
  const channel = new MessageChannel();
  const external = createExternal(boot, channel.port1, () => (bootNow() ?? boot).theme);
  Object.defineProperty(window, 'external', { value: external, configurable: true, writable: true });
  window.parent.postMessage(HELLO, window.location.origin, [channel.port2]);
}
