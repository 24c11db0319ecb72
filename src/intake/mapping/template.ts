/** Text with `${name}` in it: which names it needs is known before any row is read. */

/** The cells of one source row, and the values that joins, `let` and `each` gave names to. */
export type Scope = { cells: string[]; names: Record<string, string> };

export type Template = (scope: Scope) => string;

/** What can be named: columns by position, and other names. */
export type Names = { columns: string[]; names: string[] };

export type TemplateFault =
  | { kind: 'unknown'; name: string; known: string[] }
  | { kind: 'unclosed'; template: string };

const NAME = /\$\{([^}]*)\}/g;

const readerOf = (name: string, known: Names): Template | TemplateFault => {
  if (known.names.includes(name)) return (scope) => scope.names[name] ?? '';
  const position = known.columns.indexOf(name);
  if (position >= 0) return (scope) => (scope.cells[position] ?? '').trim();
  return { kind: 'unknown', name, known: [...known.names, ...known.columns] };
};

/** Compiles a template against the names that will be there. */
export const compileTemplate = (text: string, known: Names): Template | TemplateFault => {
  if (text.replace(NAME, '').includes('${')) return { kind: 'unclosed', template: text };
  const pieces: Template[] = [];
  let end = 0;
  for (const match of text.matchAll(NAME)) {
    const fixed = text.slice(end, match.index);
    if (fixed) pieces.push(() => fixed);
    const reader = readerOf((match[1] ?? '').trim(), known);
    if (typeof reader !== 'function') return reader;
    pieces.push(reader);
    end = match.index + match[0].length;
  }
  const rest = text.slice(end);
  if (rest || pieces.length === 0) pieces.push(() => rest);
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  return (scope) => pieces.map((piece) => piece(scope)).join('');
};
