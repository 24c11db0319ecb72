/** Decides what a quarter is called in the names of an export's files: Q3 is months 7, 8 and 9. */

/** `year` null = to be taken from the newest date in the files. */
export type Quarter = { number: 1 | 2 | 3 | 4; year: number | null };

/** Reads `Q4` or `2019Q4` (also `2019-Q4`, small letters); null for anything else. */
export const parseQuarter = (text: string): Quarter | null => {
  const match = /^(?:(\d{4})-?)?q([1-4])$/i.exec(text.trim());
  if (!match) return null;
  return {
    number: Number(match[2]) as Quarter['number'],
    year: match[1] ? Number(match[1]) : null,
  };
};

/** The three months of the quarter, newest first. */
export const monthsOf = ({ number }: Quarter): readonly [number, number, number] => [
  number * 3,
  number * 3 - 1,
  number * 3 - 2,
];

export const lastDayOf = ({ number }: Quarter, year: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month: number * 3, day: 1 })
    .add({ months: 1 })
    .subtract({ days: 1 });

export const EXPORT_FILES = [
  'holdings',
  'behaviour',
  'month0',
  'month1',
  'month2',
  'label',
] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];

/** Columns that a file must have to be what its name says. */
export const COLUMNS: Record<ExportFile, readonly string[]> = {
  holdings: ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8'],
  behaviour: ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'],
  month0: ['C1', 'C2'],
  month1: ['C1', 'C2'],
  month2: ['C1', 'C2'],
  label: ['label'],
};

/** Names that each file may have, the likeliest first, without `.csv` and in small letters. */
export const namesOf = (quarter: Quarter): Record<ExportFile, string[]> => {
  const q = `q${quarter.number}`;
  const [m0, m1, m2] = monthsOf(quarter);
  return {
    holdings: [`aum_${q}`, `aum_m${m0}`],
    behaviour: [`behavior_${q}`, `behaviour_${q}`, `behavior_m${m0}`, `behaviour_m${m0}`],
    month0: [`cunkuan_m${m0}`, `savings_${q}`],
    month1: [`cunkuan_m${m1}`],
    month2: [`cunkuan_m${m2}`],
    label: [`y_${q}_3`, `y_${q}`, `label_${q}`],
  };
};

/** The path among `paths` that holds each file: `.csv` or `.csv.gz`, in whichever case; absent = not delivered. */
export const matchFiles = (
  quarter: Quarter,
  paths: readonly string[],
): Partial<Record<ExportFile, string>> => {
  const byName = new Map(
    paths.toSorted().map((path) => {
      const name = path.split(/[\\/]/).at(-1) ?? path;
      return [name.toLowerCase().replace(/\.csv(\.gz)?$/, ''), path];
    }),
  );
  const wanted = namesOf(quarter);
  return Object.fromEntries(
    EXPORT_FILES.flatMap((file) => {
      const found = wanted[file].find((name) => byName.has(name));
      return found === undefined ? [] : [[file, byName.get(found)]];
    }),
  );
};
