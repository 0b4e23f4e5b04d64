/** Which question this file answers: how does core say something without building sentences. */

/** An id of the dictionaries (src/i18n) and the values for its {placeholders}. core never builds sentences. */
export interface Message {
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
}
