/** Decides whether a list of bands covers every value from 0 on exactly once: no hole, no overlap, sorted. */
import type { Finding } from './lint-finding.ts';
import type { Path } from './policy-file.ts';

/** From `floor` up to the floor of the next; `below` repeats where it ends. */
export type Band = { floor: number; below?: number | undefined };

/** Each entry must lie above the one before; `sign` -1: below it. */
export const outOfOrder = (
  paths: readonly Path[],
  values: readonly number[],
  sign: 1 | -1 = 1,
): Finding[] =>
  values.flatMap((value, i) => {
    const before = values[i - 1];
    if (before === undefined || sign * value > sign * before) return [];
    const path = paths[i] ?? [];
    return [
      {
        path,
        say: (t, at) =>
          sign === 1 ? t.notAscending(at, value, before) : t.notDescending(at, value, before),
      },
    ];
  });

// below of a band against the floor of the next | finding
//                   less                        | a hole between them
//                   equal                       | none
//                   more                        | an overlap
const lintEnd = (
  path: Path,
  band: Band,
  next: Band | undefined,
  most: number | null,
): Finding[] => {
  const { below, floor } = band;
  if (below === undefined) return [];
  const at = [...path, 'below'];
  if (below <= floor) return [{ path: at, say: (t, p) => t.notAscending(p, below, floor) }];
  if (!next)
    return most !== null && below > most
      ? []
      : [{ path: at, say: (t, p) => t.holeAbove(p, below) }];
  const { floor: begins } = next;
  if (begins <= floor || below === begins) return [];
  if (below < begins) return [{ path: at, say: (t, p) => t.hole(p, below, begins) }];
  return [{ path: at, say: (t, p) => t.overlap(p, begins, below) }];
};

/** `most`: the largest value that there is; null = no end. */
export const lintBands = (path: Path, bands: readonly Band[], most: number | null): Finding[] => {
  const floors = bands.map((band) => band.floor);
  const paths = bands.map((_, i) => [...path, i, 'floor']);
  const first = floors[0] ?? 0;
  return [
    ...(first === 0
      ? []
      : [{ path: paths[0] ?? path, say: (t, at) => t.gapBelow(at, first) } satisfies Finding]),
    ...outOfOrder(paths, floors),
    ...bands.flatMap((band, i) => lintEnd([...path, i], band, bands[i + 1], most)),
  ];
};
