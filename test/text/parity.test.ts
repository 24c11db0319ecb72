import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../src/text/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && name !== 'catalog.ts',
);

type Node = Record<string, unknown>;

const shape = (value: unknown): unknown => {
  if (typeof value === 'function') return `function of ${value.length}`;
  if (Array.isArray(value)) return 'list';
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((key) => [key, shape((value as Node)[key])]),
    );
  return typeof value;
};

const catalogs: { name: string; en: Node; zh: Node }[] = [];
for (const file of files) {
  const module = (await import(new URL(file, folder).href)) as Record<string, Node>;
  for (const [name, value] of Object.entries(module))
    if (value && typeof value === 'object' && 'en' in value && 'zh-CN' in value)
      catalogs.push({ name: `${file} ${name}`, en: value.en as Node, zh: value['zh-CN'] as Node });
}

test('there are catalogs to compare', () => {
  expect(catalogs.length).toBeGreaterThan(5);
});

test.each(catalogs)('$name has the same keys and parameters in both languages', ({ en, zh }) => {
  expect(shape(zh)).toEqual(shape(en));
});

const sentences = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(sentences) : [];
};

test.each(catalogs)(
  '$name has no Chinese in its English and no half-width comma between Han',
  ({ en, zh }) => {
    const sentence = (text: string) => text.includes(' ') && text.length > 40;
    expect(sentences(en).filter((text) => sentence(text) && /^\p{Script=Han}/u.test(text))).toEqual(
      [],
    );
    expect(sentences(zh).filter((text) => /\p{Script=Han}[,;]\p{Script=Han}/u.test(text))).toEqual(
      [],
    );
  },
);
