import stringWidth from 'string-width';
import { oneLine } from './harmless.ts';

/** Rows of texts as aligned columns, the first to the left and the rest to the right; Chinese is two wide. */
export const renderTable = (texts: string[][]): string => {
  const rows = texts.map((row) => row.map(oneLine));
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => stringWidth(row[at] ?? ''))),
  );
  const pad = (text: string, at: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - stringWidth(text)));
    return at === 0 ? text + space : space + text;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
};
