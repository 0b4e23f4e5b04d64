/** Which question this file answers: how does a field look that a whole text is pasted into? */
import type { ReactElement } from 'react';
import { TextField } from 'office-ui-fabric-react/lib/TextField';

export function LongText(props: {
  /** Read out: what is drawn above it says it already. */
  readonly label: string;
  readonly example: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Its columns count, as those of YAML do. */
  readonly code?: boolean;
}): ReactElement {
  const { label, example, value, onChange, code = false } = props;
  return (
    <TextField
      ariaLabel={label}
      multiline
      rows={6}
      value={value}
      placeholder={example}
      onChange={(_event, text) => onChange(text ?? '')}
      styles={{ field: { fontSize: 12, ...(code ? { fontFamily: 'Consolas, Menlo, monospace' } : {}) } }}
    />
  );
}
