/** Which question this file answers: is the pane light or dark now? The user's choice, Office's theme, the system's, in this order. */
import { useSyncExternalStore } from 'react';
import type { Scheme } from './colours';
import { schemeFor } from './theme';
import type { UserDefaults } from './userDefaults';

export class Appearance {
  private readonly listeners = new Set<() => void>();
  private chosen: Scheme | null;
  private background: string | undefined;

  constructor(
    private readonly defaults: UserDefaults,
    /** The background of Office's theme, `#rrggbb`; `undefined` where Office does not tell. */
    private readonly officeBackground: () => string | undefined,
    private readonly system: Pick<MediaQueryList, 'matches' | 'addEventListener'>,
  ) {
    this.chosen = defaults.readScheme();
    this.background = officeBackground();
    system.addEventListener('change', () => this.tell());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getScheme = (): Scheme => schemeFor(this.chosen, this.background, this.system.matches);

  /** `null`: as Office has it. */
  readonly getChosen = (): Scheme | null => this.chosen;

  choose(scheme: Scheme | null): void {
    this.chosen = scheme;
    this.defaults.writeScheme(scheme);
    this.tell();
  }

  /** Reads Office's theme again: once Office is ready, and whenever the user comes back to the pane. */
  readonly refresh = (): void => {
    const background = this.officeBackground();
    if (background === this.background) return;
    this.background = background;
    this.tell();
  };

  /** Excel has no event for a changed theme: these tell that the user comes back from where it is changed. */
  follow(returns: readonly (readonly [place: EventTarget, event: string])[]): void {
    for (const [place, event] of returns) place.addEventListener(event, this.refresh);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export function useChosenScheme(appearance: Appearance): Scheme | null {
  return useSyncExternalStore(appearance.subscribe, appearance.getChosen);
}
