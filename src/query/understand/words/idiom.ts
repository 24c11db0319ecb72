/** A wording that the rules know, and everyday ways to say just that; `|` parts them. */
export type Idiom = { canonical: string; idioms: readonly string[] };

export const says = (canonical: string, ...idioms: string[]): Idiom => ({
  canonical: canonical.toLowerCase(),
  idioms: idioms
    .flatMap((several) => several.split('|'))
    .map((idiom) => idiom.trim().toLowerCase())
    .filter((idiom) => idiom !== ''),
});
