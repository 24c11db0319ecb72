/** COPY takes no parameters: values that go into its query are written as literals here, and only here. */

export const textLiteral = (value: string): string => `'${value.replaceAll("'", "''")}'`;

export const dateLiteral = (value: Temporal.PlainDate): string => `date '${value.toString()}'`;

export const wholeLiteral = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  return value.toString();
};

export const listLiteral = (values: readonly string[]): string =>
  values.map(textLiteral).join(', ');
